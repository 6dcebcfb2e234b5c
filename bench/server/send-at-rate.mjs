import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { send } from './send.mjs'

/** What an outbox waits before it sends again what was refused or never answered. */
const retryMs = 1_000

/**
 * @typedef {object} Sent
 * @property {number} dueMs When it was due, from the beginning.
 * @property {number} tookMs From then until it was kept: a server that falls behind is not spared the waiting.
 * @property {number} tries
 */
/** @typedef {{ sent: Sent[], statuses: Record<string, number>, perSecond: number }} Outcome */

/**
 * Sends calls at a rate, whatever becomes of the answers, and each again until it is kept.
 *
 * @param {string} url
 * @param {() => import('./send.mjs').Call} make
 * @param {{ perSecond: number, seconds: number }} rate
 * @returns {Promise<Outcome>}
 */
export async function sendAtRate(url, make, { perSecond, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const startedAt = performance.now()
  /** @type {Record<string, number>} */
  const statuses = {}

  /** @param {number} dueAt @returns {Promise<Sent>} */
  async function sendUntilKept(dueAt) {
    const call = make()
    for (let tries = 1; ; tries += 1) {
      const { status, text } = await send(agent, url, call)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 200 && !text.includes('refusedWith')) {
        return { dueMs: dueAt - startedAt, tookMs: performance.now() - dueAt, tries }
      }
      if (status === 200) throw new Error(`a visit was refused for good: ${text}`)
      await sleep(retryMs)
    }
  }

  /** @type {Promise<Sent>[]} */
  const sending = []
  while (sending.length < perSecond * seconds) {
    const dueAt = startedAt + (sending.length * 1_000) / perSecond
    if (dueAt > performance.now()) await sleep(1)
    else sending.push(sendUntilKept(dueAt))
  }
  const sent = await Promise.all(sending)
  agent.destroy()
  return { sent, statuses, perSecond: (sent.length * 1_000) / (performance.now() - startedAt) }
}
