import type { InspectionRow, InspectionStore } from '../store.js'
import type { Database } from './database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

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
      await insertInspection.write(db, { inspection })
    },

    findInspection: (inspectionId) =>
      db
        .selectFrom('inspections')
        .select(inspectionColumns)
        .where('inspectionId', '=', inspectionId)
        .executeTakeFirst(),
  }
}

const insertInspection = prepareQuery((db, { inspection }: Slots<{ inspection: InspectionRow }>) =>
  db.insertInto('inspections').values(inspection),
)
