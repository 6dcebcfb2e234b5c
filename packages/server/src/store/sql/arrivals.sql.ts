import { isOpenArrival } from '../arrival-succession.js'
import type {
  ArrivalEventRow,
  ArrivalFilter,
  ArrivalKey,
  ArrivalPosition,
  ArrivalRow,
  ArrivalStore,
  ArrivalWithEvents,
} from '../store.js'
import { lockArrivalOfPerson } from './arrival-succession.sql.js'
import { arrivalColumns, caseEventColumns } from './columns.js'
import type { Database, DatabaseTransaction } from './database.js'
import { answerClaim } from './idempotency.sql.js'
import { toList } from './to-list.js'

export function createSqlArrivals(db: Database): ArrivalStore {
  return {
    async findArrivals(filter, after, limit) {
      const keys = await selectArrivals(db, filter, after)
        .select(['areaCode', 'arrivalId'])
        .orderBy('arrivalAt')
        .orderBy('arrivalId')
        .limit(limit)
        .execute()
      return joinEvents(db, await findRows(db, keys))
    },

    async countArrivals(filter) {
      const { count } = await selectArrivals(db, filter, undefined)
        .select((select) => select.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async findArrival(arrivalId, areas) {
      // "all" is asked of every shard: the province alone does so
      const found = db
        .selectFrom('arrivals')
        .select(arrivalColumns)
        .where('arrivalId', '=', arrivalId)
        .where('replacedAt', 'is', null)
      const seen = areas === 'all' ? found : found.where('areaCode', 'in', toList(areas))
      const row = await seen.executeTakeFirst()
      return (await joinEvents(db, row ? [row] : []))[0]
    },

    findArrivalOfPerson: (personId) => findOfPerson(db, personId),

    findArrivalsOf: (declarationId) =>
      db
        .selectFrom('arrivals')
        .select(arrivalColumns)
        .where('declarationId', '=', declarationId)
        .where('replacedAt', 'is', null)
        .orderBy('arrivalId')
        .execute(),

    addArrivalEvent: (key, change, event, answer) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('arrivals')
          .set({ state: change.to })
          .where('areaCode', '=', key.areaCode)
          .where('arrivalId', '=', key.arrivalId)
          .where('state', '=', change.from)
          .where('replacedAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        await answerClaim(transaction, answer)
        await insertEvent(transaction, key, event)
        return true
      }),

    markPassed: (personId, event) =>
      db.transaction().execute(async (transaction) => {
        const key = await lockArrivalOfPerson(transaction, personId)
        const found = key && (await findOfPerson(transaction, personId))
        if (!found || found.row.state === 'cancelled') return undefined
        const { row } = found
        const state = isOpenArrival(row) ? ('passed' as const) : row.state
        const passedAt = row.passedAt ?? event.at
        await transaction
          .updateTable('arrivals')
          .set({ state, passedAt })
          .where('areaCode', '=', row.areaCode)
          .where('arrivalId', '=', row.arrivalId)
          .execute()
        await insertEvent(transaction, row, event)
        return { ...row, state, passedAt }
      }),
  }
}

/** Of one ward it is one shard's index read; of a province a question to all of them. */
function selectArrivals(db: Database, filter: ArrivalFilter, after: ArrivalPosition | undefined) {
  const { areas, from, until, state, hamletIndexes } = filter
  let query = db.selectFrom('arrivals').where('replacedAt', 'is', null)
  if (areas !== 'all') query = query.where('areaCode', 'in', toList(areas))
  if (hamletIndexes) query = query.where('hamletIndex', 'in', toList(hamletIndexes))
  if (from !== undefined) query = query.where('arrivalAt', '>=', from)
  if (until !== undefined) query = query.where('arrivalAt', '<', until)
  if (state !== undefined) query = query.where('state', '=', state)
  if (!after) return query
  return query.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('arrivalAt', 'arrivalId'), '>', tuple(after.arrivalAt, after.arrivalId)),
  )
}

/** The rows of these keys, in their order; one that was purged in between is left out. */
async function findRows(db: Database, keys: readonly ArrivalKey[]): Promise<ArrivalRow[]> {
  if (keys.length === 0) return []
  const ids = keys.map(({ arrivalId }) => arrivalId)
  const rows = await db
    .selectFrom('arrivals')
    .select(arrivalColumns)
    .where('areaCode', 'in', [...new Set(keys.map(({ areaCode }) => areaCode))])
    .where('arrivalId', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.arrivalId, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function findOfPerson(
  db: Database,
  personId: string,
): Promise<ArrivalWithEvents | undefined> {
  const key = await db
    .selectFrom('arrivalLookup')
    .select(['areaCode', 'arrivalId'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  const row =
    key &&
    (await db
      .selectFrom('arrivals')
      .select(arrivalColumns)
      .where('areaCode', '=', key.areaCode)
      .where('arrivalId', '=', key.arrivalId)
      .where('replacedAt', 'is', null)
      .executeTakeFirst())
  return (await joinEvents(db, row ? [row] : []))[0]
}

async function insertEvent(
  transaction: DatabaseTransaction,
  { areaCode, arrivalId }: ArrivalKey,
  event: ArrivalEventRow,
): Promise<void> {
  await transaction
    .insertInto('arrivalEvents')
    .values({ areaCode, arrivalId, ...event })
    .execute()
}

async function joinEvents(db: Database, rows: readonly ArrivalRow[]): Promise<ArrivalWithEvents[]> {
  if (rows.length === 0) return []
  const events = await db
    .selectFrom('arrivalEvents')
    .select(['arrivalId', ...caseEventColumns])
    .where('areaCode', 'in', [...new Set(rows.map(({ areaCode }) => areaCode))])
    .where(
      'arrivalId',
      'in',
      rows.map(({ arrivalId }) => arrivalId),
    )
    .orderBy('at')
    .orderBy('eventId')
    .execute()
  return rows.map((row) => ({
    row,
    events: events
      .filter(({ arrivalId }) => arrivalId === row.arrivalId)
      .map(({ arrivalId: _of, ...event }) => event),
  }))
}
