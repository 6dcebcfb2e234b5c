import { randomInt, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A UUID of version 7: the time, then chance. */
function createVisitId() {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/**
 * @typedef {{ key: string, venueCode: string }} Machine
 * @typedef {{ url: string, machines: readonly Machine[], passIds: readonly string[] }} Target
 * @typedef {{ perSecond: number, latencies: number[], statuses: Record<string, number>, kept: number }} Outcome
 */

/**
 * Sends check-ins, one visit a request as a turnstile does, and takes the time from the moment each
 * was due: a server that falls behind is not spared the waiting.
 *
 * @param {Target} target
 */
export function createLoad({ url, machines, passIds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })

  function makeBatch() {
    const { key, venueCode } = machines[randomInt(machines.length)] ?? { key: '', venueCode: '' }
    const at = new Date().toISOString()
    const passId = passIds[randomInt(passIds.length)] ?? ''
    const subject = { by: 'pass', passId }
    const direction = randomInt(2) === 0 ? 'in' : 'out'
    const visit = {
      visitId: createVisitId(),
      venueCode,
      direction,
      scannedBy: 'staff',
      subject,
      at,
    }
    return { key, body: JSON.stringify({ sentAt: at, visits: [visit] }) }
  }

  /** @returns {Promise<{ status: number, isKept: boolean }>} */
  function sendOne() {
    const { key, body } = makeBatch()
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    return new Promise((resolve) => {
      const sent = request(`${url}/v1/visits`, { method: 'POST', agent, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          text += part
        })
        answer.on('end', () => {
          const status = answer.statusCode ?? 0
          resolve({ status, isKept: status === 200 && !text.includes('refusedWith') })
        })
      })
      sent.on('error', () => resolve({ status: 0, isKept: false }))
      sent.end(body)
    })
  }

  /** @param {(count: (due: number) => Promise<void>) => Promise<void>} run */
  async function measure(run) {
    /** @type {Outcome} */
    const outcome = { perSecond: 0, latencies: [], statuses: {}, kept: 0 }
    const started = performance.now()
    await run(async (due) => {
      const { status, isKept } = await sendOne()
      outcome.latencies.push(performance.now() - due)
      outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
      if (isKept) outcome.kept += 1
    })
    outcome.latencies.sort((one, other) => one - other)
    outcome.perSecond = (outcome.latencies.length * 1_000) / (performance.now() - started)
    return outcome
  }

  return {
    /** At a rate, whatever becomes of the answers. @param {{ perSecond: number, seconds: number }} rate */
    send: ({ perSecond, seconds }) =>
      measure(async (sendDue) => {
        const started = performance.now()
        /** @type {Promise<void>[]} */
        const sent = []
        while (sent.length < perSecond * seconds) {
          const due = started + (sent.length * 1_000) / perSecond
          if (due > performance.now()) await sleep(1)
          else sent.push(sendDue(due))
        }
        await Promise.all(sent)
      }),

    /** One after another by so many callers. @param {{ callers: number, seconds: number }} by */
    sendMost: ({ callers, seconds }) =>
      measure(async (sendDue) => {
        const end = performance.now() + seconds * 1_000
        const call = async () => {
          while (performance.now() < end) await sendDue(performance.now())
        }
        await Promise.all(Array.from({ length: callers }, call))
      }),
  }
}
