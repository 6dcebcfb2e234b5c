import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { hour, start, unique } from './rows.setup.js'

export function describeInspections(open: () => Store): void {
  describe('inspections', () => {
    it('are found by their id', async () => {
      const { inspections } = open()
      const inspection = {
        inspectionId: unique('inspection'),
        officerId: 'officer',
        post: 'ga-hue',
        reason: 'checkpoint',
        inspectedAt: start,
        expiresAt: start + hour,
        sealed: 'k1.cGVvcGxl',
      }

      await inspections.saveInspection(inspection)

      expect(await inspections.findInspection(inspection.inspectionId)).toEqual(inspection)
      expect(await inspections.findInspection(unique('inspection'))).toBeUndefined()
    })
  })
}
