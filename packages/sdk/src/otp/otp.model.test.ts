import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { histories, timeoutMs } from '../check-in/model/histories.setup.js'
import { openBackend } from './model/backend.setup.js'
import { historyArbitrary } from './model/history.setup.js'
import { liveThrough } from './model/live-through.setup.js'
import { plantedBugs } from './model/planted-bugs.setup.js'

// The SDK waits between its tries; the world lets that time run.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterAll(() => {
  vi.useRealTimers()
})

describe('one-time codes, whatever happens to pages, network and clock', () => {
  // ATTACKS 49 to 56, 65, 66, 68
  it(
    `keep their promises in ${histories} histories`,
    async () => {
      const backend = await openBackend()

      await fc.assert(
        fc.asyncProperty(historyArbitrary, async (history) => {
          expect(await liveThrough(backend, history)).toEqual([])
        }),
        { numRuns: histories },
      )
    },
    timeoutMs,
  )

  it.each(plantedBugs)(
    'would show %s',
    async (_name, plant, broken) => {
      const backend = await openBackend(plant)

      const found = await fc.check(
        fc.asyncProperty(historyArbitrary, async (history) => {
          expect(await liveThrough(backend, history)).not.toContain(broken)
        }),
        { numRuns: 2_000, seed: 1, endOnFailure: true },
      )

      expect(found.failed).toBe(true)
    },
    60_000,
  )
})
