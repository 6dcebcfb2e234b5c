import { describe, expect, it } from 'vitest'
import type { HamletListRow, Store } from '../store.js'
import { start, unique } from './rows.setup.js'

const makeList = (changes: Partial<HamletListRow> = {}): HamletListRow => ({
  wardCode: unique('ward'),
  placesVersion: '2021-03',
  hamlets: [
    { hamletId: unique('hamlet'), name: 'Tổ dân phố 5' },
    { hamletId: unique('hamlet'), name: "Thôn K'Nớ" },
  ],
  changedAt: start,
  changedBy: unique('officer'),
  ...changes,
})

export function describeHamlets(open: () => Store): void {
  describe('hamlets', () => {
    it('keeps the list of a ward in its order', async () => {
      const { hamlets } = open()
      const list = makeList()

      await hamlets.replaceHamlets(list)

      expect(await hamlets.findHamlets(list.wardCode, '2021-03')).toEqual(list)
    })

    it('puts a list in the place of the whole one before', async () => {
      const { hamlets } = open()
      const before = makeList()
      const { wardCode } = before
      const after = makeList({ wardCode, hamlets: [], changedAt: start + 1 })
      await hamlets.replaceHamlets(before)

      await hamlets.replaceHamlets(after)

      expect(await hamlets.findHamlets(wardCode, '2021-03')).toEqual(after)
    })

    it('keeps wards apart, and the units of one date from those of another', async () => {
      const { hamlets } = open()
      const list = makeList()
      const later = makeList({ wardCode: list.wardCode, placesVersion: '2025-07' })
      await hamlets.replaceHamlets(list)
      await hamlets.replaceHamlets(later)

      expect(await hamlets.findHamlets(list.wardCode, '2021-03')).toEqual(list)
      expect(await hamlets.findHamlets(list.wardCode, '2025-07')).toEqual(later)
      expect(await hamlets.findHamlets(unique('ward'), '2021-03')).toBeUndefined()
    })
  })
}
