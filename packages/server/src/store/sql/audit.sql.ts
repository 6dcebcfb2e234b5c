import type { ExpressionBuilder } from 'kysely'
import type { AuditFilter, AuditPlace, AuditRow, AuditStore } from '../store.js'
import { auditColumns } from './columns.js'
import type { Database, Tables } from './database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

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

    async append(rows) {
      try {
        await insertRows.write(db, { rows })
        return true
      } catch (error) {
        if (await isAnyTaken(db, rows)) return false
        throw error
      }
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

    async cut(chain, seq) {
      const [result] = await db
        .deleteFrom('audit')
        .where('chain', '=', chain)
        .where('seq', '<=', seq)
        .where('seq', '<', ({ selectFrom }) =>
          selectFrom('audit as kept')
            .where('kept.chain', '=', chain)
            .select(({ fn }) => fn.max('kept.seq').as('last')),
        )
        .execute()
      return Number(result?.numDeletedRows ?? 0)
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

/** One statement, which fails whole where a place is taken. */
const insertRows = prepareQuery((db, { rows }: Slots<{ rows: readonly AuditRow[] }>) =>
  db.insertInto('audit').values(rows),
)

async function isAnyTaken(db: Database, [first]: readonly AuditRow[]): Promise<boolean> {
  if (!first) return false
  const found = await db
    .selectFrom('audit')
    .select('seq')
    .where('chain', '=', first.chain)
    .where('seq', '>=', first.seq)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
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
