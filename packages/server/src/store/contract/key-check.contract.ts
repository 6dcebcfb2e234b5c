import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'

export function describeKeyCheck(open: () => Store): void {
  describe('the key check', () => {
    it('is the first one that was kept, for good', async () => {
      const { keyCheck } = open()
      const before = await keyCheck.find()

      const all = await Promise.all(
        ['one', 'two'].map((name) => keyCheck.keep({ blindIndex: name, sealed: name })),
      )

      expect(before).toBeUndefined()
      expect(all[1]).toEqual(all[0])
      expect(await keyCheck.find()).toEqual(all[0])
    })
  })
}
