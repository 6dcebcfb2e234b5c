import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histories, timeoutMs } from './model/histories.setup.js'
import { historyArbitrary } from './model/history.setup.js'
import { liveThrough } from './model/live-through.setup.js'
import { plantedBugs } from './model/planted-bugs.setup.js'

describe('the outbox, whatever happens to its tabs, disk, clock and network', () => {
  // ATTACKS 109 to 112
  it(
    `keeps its promises in ${histories} histories`,
    async () => {
      await fc.assert(
        fc.asyncProperty(historyArbitrary, async (history) => {
          expect(await liveThrough(history)).toEqual([])
        }),
        { numRuns: histories },
      )
    },
    timeoutMs,
  )

  it.each(plantedBugs)(
    'would show %s',
    async (_name, plant, broken) => {
      const found = await fc.check(
        fc.asyncProperty(historyArbitrary, async (history) => {
          expect(await liveThrough(history, plant)).not.toContain(broken)
        }),
        { numRuns: 2_000, seed: 1 },
      )

      expect(found.failed).toBe(true)
    },
    60_000,
  )
})
