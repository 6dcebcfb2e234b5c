import type { PointStore } from '../store.js'
import { pointColumns } from './columns.js'
import type { Database } from './database.js'
import { answerClaim } from './idempotency.sql.js'

export function createSqlPoints(db: Database): PointStore {
  return {
    savePoint: (point, answer) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('declarationPoints')
          .values(point)
          .onConflict((conflict) => conflict.column('pointCode').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 0n) return false
        await answerClaim(transaction, answer)
        return true
      }),

    findPoint: (pointCode) =>
      db
        .selectFrom('declarationPoints')
        .select(pointColumns)
        .where('pointCode', '=', pointCode)
        .executeTakeFirst(),

    async findPoints(areas, after, limit) {
      if (areas.length === 0) return []
      const codes = [...areas]
      return db
        .selectFrom('declarationPoints')
        .select(pointColumns)
        .where('closedAt', 'is', null)
        .where(({ eb, or }) =>
          or([
            eb('wardCode', 'in', codes),
            eb('districtCode', 'in', codes),
            eb('provinceCode', 'in', codes),
          ]),
        )
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('createdAt', 'pointCode'),
              '<',
              tuple(after?.createdAt ?? 0, after?.pointCode ?? ''),
            ),
          ),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('pointCode', 'desc')
        .limit(limit)
        .execute()
    },

    async closePoint(pointCode, closedAt) {
      const { numUpdatedRows } = await db
        .updateTable('declarationPoints')
        .set({ closedAt })
        .where('pointCode', '=', pointCode)
        .where('closedAt', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}
