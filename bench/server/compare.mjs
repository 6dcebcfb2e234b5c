import { Agent } from 'node:http'
import { send } from './send.mjs'

const callers = 8
const rounds = 8
const sliceMs = 1_500
/** So many until the engine has compiled what is run often. */
const warmUpCalls = 2_000

/** @typedef {{ url: string, findUsedMs(): Promise<number>, make(): import('./send.mjs').Call }} Side */
/** @typedef {{ own: Measured, bare: Measured }} Comparison */
/** @typedef {{ perSecond: number, p50: number, p99: number, usedMs: number, databaseMs: number, refusals: Map<number, number> }} Measured */

/**
 * Calls two servers by turns, a slice of time each: a machine that does something else as well is as busy
 * for one as for the other.
 *
 * @param {Side} own
 * @param {Side} bare
 * @param {() => Promise<number>} findDatabaseMs
 * @returns {Promise<Comparison>}
 */
export async function compare(own, bare, findDatabaseMs) {
  const ownSide = measureSide(own, findDatabaseMs)
  const bareSide = measureSide(bare, findDatabaseMs)
  const sides = [ownSide, bareSide]
  for (const side of sides) await side.warmUp()
  for (let round = 0; round < rounds; round += 1) for (const side of sides) await side.run()
  return { own: ownSide.end(), bare: bareSide.end() }
}

/** @param {Side} side @param {() => Promise<number>} findDatabaseMs */
function measureSide({ url, findUsedMs, make }, findDatabaseMs) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  /** @type {number[]} */
  const times = []
  /** @type {Map<number, number>} Status to how many. */
  const refusals = new Map()
  let [elapsedMs, usedMs, databaseMs] = [0, 0, 0]

  async function call(/** @type {() => boolean} */ isOver) {
    while (!isOver()) {
      const startedAt = performance.now()
      const { status } = await send(agent, url, make())
      times.push(performance.now() - startedAt)
      if (status === 200 || status === 201) continue
      refusals.set(status, (refusals.get(status) ?? 0) + 1)
    }
  }
  const callUntil = (/** @type {() => boolean} */ isOver) =>
    Promise.all(Array.from({ length: callers }, () => call(isOver)))

  return {
    async warmUp() {
      await callUntil(() => times.length >= warmUpCalls)
      times.length = 0
      refusals.clear()
    },
    async run() {
      const before = await Promise.all([findUsedMs(), findDatabaseMs()])
      const startedAt = performance.now()
      await callUntil(() => performance.now() > startedAt + sliceMs)
      elapsedMs += performance.now() - startedAt
      const after = await Promise.all([findUsedMs(), findDatabaseMs()])
      usedMs += after[0] - before[0]
      databaseMs += after[1] - before[1]
    },
    /** @returns {Measured} */
    end() {
      agent.destroy()
      times.sort((one, other) => one - other)
      const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? 0
      const { length } = times
      return {
        perSecond: (length * 1_000) / elapsedMs,
        p50: at(0.5),
        p99: at(0.99),
        usedMs: usedMs / length,
        databaseMs: databaseMs / length,
        refusals,
      }
    },
  }
}
