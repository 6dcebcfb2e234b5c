import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { minute, start, unique } from './rows.setup.js'

export function describeLimits(open: () => Store): void {
  describe('limits', () => {
    it('gives each of two hundred hits at once a count of its own', async () => {
      const { limits } = open()
      const key = unique('limit')

      const hits = await Promise.all(
        Array.from({ length: 200 }, () => limits.hit(key, minute, start)),
      )

      const counts = hits.map(({ count }) => count).sort((a, b) => a - b)
      expect(counts).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
      expect(counts.filter((count) => count <= 5)).toHaveLength(5)
    })

    it('counts from the first hit to the end of its window, then anew', async () => {
      const { limits } = open()
      const key = unique('limit')

      const first = await limits.hit(key, minute, start)
      const last = await limits.hit(key, minute, start + minute - 1, 3)
      const next = await limits.hit(key, minute, start + minute)

      expect(first).toEqual({ count: 1, resetsAt: start + minute })
      expect(last).toEqual({ count: 4, resetsAt: start + minute })
      expect(next).toEqual({ count: 1, resetsAt: start + 2 * minute })
    })

    it('counts several windows in one step, and answers in their order', async () => {
      const { limits } = open()
      const [one, other] = [unique('limit'), unique('limit')]
      await limits.hit(other, minute, start)
      const hits = [
        { key: other, windowMs: minute, points: 2 },
        { key: one, windowMs: minute, points: 1 },
        { key: one, windowMs: 2 * minute, points: 5 },
      ]

      const counted = await limits.hitAll(hits, start + 1)
      const none = await limits.hitAll([], start)

      expect(counted.map(({ count }) => count)).toEqual([3, 1, 5])
      expect(counted[0]?.resetsAt).toBe(start + minute)
      expect(none).toEqual([])
    })

    it('looks without counting', async () => {
      const { limits } = open()
      const key = unique('limit')
      const none = await limits.peek(key, minute, start)
      await limits.hit(key, minute, start)

      expect(none).toEqual({ count: 0, resetsAt: start + minute })
      expect(await limits.peek(key, minute, start + 1)).toEqual({
        count: 1,
        resetsAt: start + minute,
      })
      expect((await limits.peek(key, minute, start + minute)).count).toBe(0)
    })

    it('keeps two windows of one key apart', async () => {
      const { limits } = open()
      const key = unique('limit')
      await limits.hit(key, minute, start)

      expect((await limits.hit(key, 2 * minute, start)).count).toBe(1)
    })
  })
}
