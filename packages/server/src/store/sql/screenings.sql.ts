import type {
  ScreeningFilter,
  ScreeningKey,
  ScreeningPosition,
  ScreeningRow,
  ScreeningStore,
  ScreeningWithEvents,
} from '../store.js'
import { caseEventColumns, screeningColumns } from './columns.js'
import type { Database } from './database.js'
import { answerClaim } from './idempotency.sql.js'
import { toList } from './to-list.js'

export function createSqlScreenings(db: Database): ScreeningStore {
  return {
    async findScreenings(filter, after, limit) {
      const keys = await selectScreenings(db, filter, after)
        .select(['areaCode', 'screeningId'])
        .orderBy('severity', 'desc')
        .orderBy('declaredAt', 'desc')
        .orderBy('screeningId', 'desc')
        .limit(limit)
        .execute()
      return joinEvents(db, await findRows(db, keys))
    },

    async findScreening(screeningId, areas) {
      // "all" is asked of every shard: the province alone does so
      const found = db
        .selectFrom('screenings')
        .select(screeningColumns)
        .where('screeningId', '=', screeningId)
        .where('replacedAt', 'is', null)
      const seen = areas === 'all' ? found : found.where('areaCode', 'in', toList(areas))
      const row = await seen.executeTakeFirst()
      return (await joinEvents(db, row ? [row] : []))[0]
    },

    addScreeningEvent: (key, change, event, answer) =>
      db.transaction().execute(async (transaction) => {
        const { areaCode, screeningId } = key
        const { numUpdatedRows } = await transaction
          .updateTable('screenings')
          .set({ state: change.to })
          .where('areaCode', '=', areaCode)
          .where('screeningId', '=', screeningId)
          .where('state', '=', change.from)
          .where('replacedAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        await answerClaim(transaction, answer)
        await transaction
          .insertInto('screeningEvents')
          .values({ areaCode, screeningId, ...event })
          .execute()
        return true
      }),
  }
}

/** Of one ward it is one shard's index read; of a province a question to all of them. */
function selectScreenings(
  db: Database,
  { areas, state }: ScreeningFilter,
  after: ScreeningPosition | undefined,
) {
  let query = db.selectFrom('screenings').where('replacedAt', 'is', null)
  if (areas !== 'all') query = query.where('areaCode', 'in', toList(areas))
  if (state !== undefined) query = query.where('state', '=', state)
  if (!after) return query
  const { severity, declaredAt, screeningId } = after
  return query.where(({ eb, refTuple, tuple }) =>
    eb(
      refTuple('severity', 'declaredAt', 'screeningId'),
      '<',
      tuple(severity, declaredAt, screeningId),
    ),
  )
}

/** The rows of these keys, in their order; one that was purged in between is left out. */
async function findRows(db: Database, keys: readonly ScreeningKey[]): Promise<ScreeningRow[]> {
  if (keys.length === 0) return []
  const ids = keys.map(({ screeningId }) => screeningId)
  const rows = await db
    .selectFrom('screenings')
    .select(screeningColumns)
    .where('areaCode', 'in', [...new Set(keys.map(({ areaCode }) => areaCode))])
    .where('screeningId', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.screeningId, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function joinEvents(
  db: Database,
  rows: readonly ScreeningRow[],
): Promise<ScreeningWithEvents[]> {
  if (rows.length === 0) return []
  const events = await db
    .selectFrom('screeningEvents')
    .select(['screeningId', ...caseEventColumns])
    .where('areaCode', 'in', [...new Set(rows.map(({ areaCode }) => areaCode))])
    .where(
      'screeningId',
      'in',
      rows.map(({ screeningId }) => screeningId),
    )
    .orderBy('at')
    .orderBy('eventId')
    .execute()
  return rows.map((row) => ({
    row,
    events: events
      .filter(({ screeningId }) => screeningId === row.screeningId)
      .map(({ screeningId: _of, ...event }) => event),
  }))
}
