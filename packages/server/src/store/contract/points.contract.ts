import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { claimAnswer, start, unique } from './rows.setup.js'
import { makePoint } from './venue-rows.setup.js'

export function describePoints(open: () => Store): void {
  async function save(changes: Parameters<typeof makePoint>[0] = {}) {
    const store = open()
    const point = makePoint(changes)
    const isSaved = await store.points.savePoint(point, await claimAnswer(store))
    return { points: store.points, point, isSaved }
  }

  describe('declaration points', () => {
    it('have one code each', async () => {
      const { points, point, isSaved } = await save()
      const again = await save({ pointCode: point.pointCode, wardCode: '00001' })

      expect([isSaved, again.isSaved]).toEqual([true, false])
      expect(await points.findPoint(point.pointCode)).toEqual(point)
      expect(await points.findPoint(unique('point'))).toBeUndefined()
    })

    it('are closed once, and found closed', async () => {
      const { points, point } = await save()

      const closed = [
        await points.closePoint(point.pointCode, start + 1),
        await points.closePoint(point.pointCode, start + 2),
        await points.closePoint(unique('point'), start),
      ]

      expect(closed).toEqual([true, false, false])
      expect(await points.findPoint(point.pointCode)).toEqual({ ...point, closedAt: start + 1 })
    })

    it('are listed by area, newest first, page by page, closed ones left out', async () => {
      const [ward, district, province] = [unique('w'), unique('d'), unique('p')]
      const inWard = { wardCode: ward, districtCode: district, provinceCode: province }
      const { points, point: old } = await save(inWard)
      const { point: other } = await save({
        ...inWard,
        wardCode: unique('w'),
        createdAt: start + 1,
      })
      const { point: newest } = await save({ ...inWard, createdAt: start + 2 })
      const { point: closed } = await save({ ...inWard, createdAt: start + 3 })
      await points.closePoint(closed.pointCode, start + 4)

      expect(await points.findPoints([ward], undefined, 10)).toEqual([newest, old])
      expect(await points.findPoints([district], undefined, 2)).toEqual([newest, other])
      expect(await points.findPoints([province], other, 10)).toEqual([old])
      expect(await points.findPoints([], undefined, 10)).toEqual([])
    })
  })
}
