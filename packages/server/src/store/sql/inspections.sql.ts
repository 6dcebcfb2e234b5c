import type { InspectionRow, InspectionStore } from '../store.js'
import type { Database } from './database.js'

const inspectionColumns = [
  'inspectionId',
  'officerId',
  'post',
  'reason',
  'inspectedAt',
  'expiresAt',
  'sealed',
] as const satisfies (keyof InspectionRow)[]

export function createSqlInspections(db: Database): InspectionStore {
  return {
    async saveInspection(inspection) {
      await db.insertInto('inspections').values(inspection).execute()
    },

    findInspection: (inspectionId) =>
      db
        .selectFrom('inspections')
        .select(inspectionColumns)
        .where('inspectionId', '=', inspectionId)
        .executeTakeFirst(),
  }
}
