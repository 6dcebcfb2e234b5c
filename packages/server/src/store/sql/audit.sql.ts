import type { ExpressionBuilder } from 'kysely'
import type { AuditFilter, AuditPlace, AuditStore } from '../store.js'
import { auditColumns } from './columns.js'
import type { Database, Tables } from './database.js'

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

    async findChains() {
      const rows = await db.selectFrom('audit').select('chain').distinct().execute()
      return rows.map(({ chain }) => chain).sort()
    },

    // BACKEND.md: across chains this is a fan-out, which only an administrator asks for
    findNewest: (filter, limit) =>
      db
        .selectFrom('audit')
        .select(auditColumns)
        .where((expression) => isAsked(expression, filter))
        .orderBy('at', 'desc')
        .orderBy('chain')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
  }
}

function isAsked(
  { eb, and, or }: ExpressionBuilder<Tables, 'audit'>,
  { officerId, action, from, to, after }: AuditFilter,
) {
  return and([
    ...(officerId === undefined ? [] : [eb('officerId', '=', officerId)]),
    ...(action === undefined
      ? []
      : [or([eb('action', '=', action), eb('action', 'like', `${action} %`)])]),
    ...(from === undefined ? [] : [eb('at', '>=', from)]),
    ...(to === undefined ? [] : [eb('at', '<', to)]),
    ...(after === undefined ? [] : [isAfter({ eb, and, or }, after)]),
  ])
}

function isAfter(
  { eb, and, or }: Pick<ExpressionBuilder<Tables, 'audit'>, 'eb' | 'and' | 'or'>,
  { at, chain, seq }: AuditPlace,
) {
  return or([
    eb('at', '<', at),
    and([eb('at', '=', at), eb('chain', '>', chain)]),
    and([eb('at', '=', at), eb('chain', '=', chain), eb('seq', '<', seq)]),
  ])
}
