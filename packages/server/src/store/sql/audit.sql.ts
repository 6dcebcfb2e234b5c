import type { AuditStore } from '../store.js'
import { auditColumns } from './columns.js'
import type { Database } from './database.js'

export function createSqlAudit(db: Database): AuditStore {
  return {
    findLast: (chain) =>
      db
        .selectFrom('audit')
        .select(auditColumns)
        .where('chain', '=', chain)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),

    async append(row) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('audit')
        .values(row)
        .onConflict((conflict) => conflict.columns(['chain', 'seq']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    findRows: (chain, fromSeq, limit) =>
      db
        .selectFrom('audit')
        .select(auditColumns)
        .where('chain', '=', chain)
        .where('seq', '>=', fromSeq)
        .orderBy('seq')
        .limit(limit)
        .execute(),
  }
}
