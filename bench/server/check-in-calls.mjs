import { randomInt, randomUUID } from 'node:crypto'

/** A UUID of version 7: the time, then chance. */
function createVisitId() {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/** @typedef {{ key: string, deviceId: string, venueCode: string }} Machine */

/**
 * One visit a call, as a turnstile sends it.
 *
 * @param {readonly Machine[]} machines
 * @param {readonly string[]} passIds
 * @param {(machine: Machine) => string} toToken
 * @returns {() => import('./send.mjs').Call}
 */
export const createCheckInCalls = (machines, passIds, toToken) => () => {
  const machine = machines[randomInt(machines.length)]
  const passId = passIds[randomInt(passIds.length)]
  if (!machine || !passId) throw new Error('nobody to check in')
  const at = new Date().toISOString()
  const direction = randomInt(2) === 0 ? 'in' : 'out'
  const visit = { visitId: createVisitId(), venueCode: machine.venueCode, direction, at }
  const visits = [{ ...visit, scannedBy: 'staff', subject: { by: 'pass', passId } }]
  const body = JSON.stringify({ sentAt: at, visits })
  return { path: '/v1/visits', token: toToken(machine), body }
}
