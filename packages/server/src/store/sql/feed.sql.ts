import { sql } from 'kysely'
import type { DialectTraits } from '../dialects/dialect.js'
import type { FeedEventRow, FeedStore, NumberedEventRow } from '../store.js'
import { numberedEventColumns } from './columns.js'
import type { Database, Tables } from './database.js'
import { createSqlDeliveries } from './deliveries.sql.js'
import { prepareQuery, type Slots } from './prepare-query.js'
import { createSqlSubscribers } from './subscribers.sql.js'

export function createSqlFeed(db: Database, traits: DialectTraits): FeedStore {
  return {
    ...createSqlSubscribers(db),
    ...createSqlDeliveries(db, traits),

    async numberEvents(limit) {
      if (!(await hasUnnumbered(db))) return 0
      return numberEvents(db, limit)
    },

    findEvents: (afterPosition, limit) =>
      selectNumbered(db)
        .where('position', '>', afterPosition)
        .orderBy('position')
        .limit(limit)
        .execute(),

    async findLastPosition() {
      const head = await db.selectFrom('feedHead').select('position').executeTakeFirstOrThrow()
      return head.position
    },
  }
}

/** Adds events in the transaction of what they tell of. */
export async function insertEvents(db: Database, events: readonly FeedEventRow[]): Promise<void> {
  if (events.length === 0) return
  await insertRows.write(db, { rows: events.map((event) => ({ ...event, position: null })) })
}

const insertRows = prepareQuery((db, { rows }: Slots<{ rows: readonly Tables['feedEvents'][] }>) =>
  db.insertInto('feedEvents').values(rows),
)

export const selectNumbered = (db: Database) =>
  db
    .selectFrom('feedEvents')
    .select(numberedEventColumns)
    .where('position', 'is not', null)
    .$narrowType<NumberedEventRow>()

async function hasUnnumbered(db: Database): Promise<boolean> {
  const first = await db
    .selectFrom('feedEvents')
    .select('eventId')
    .where('position', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}

/** One process at a time, as the head is locked first: places are visible in the order they were given. */
function numberEvents(db: Database, limit: number): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { position: last } = await transaction
      .updateTable('feedHead')
      .set(({ ref }) => ({ position: ref('position') }))
      .returning('position')
      .executeTakeFirstOrThrow()
    const { numUpdatedRows } = await transaction
      .with('next', (query) =>
        query
          .selectFrom('feedEvents')
          .select('eventId')
          .select(sql<number>`row_number() over (order by event_id)`.as('ordinal'))
          .where('position', 'is', null)
          .orderBy('eventId')
          .limit(limit),
      )
      .updateTable('feedEvents')
      .from('next')
      .set(({ eb, ref }) => ({ position: eb(ref('next.ordinal'), '+', last) }))
      .whereRef('next.eventId', '=', 'feedEvents.eventId')
      .executeTakeFirstOrThrow()
    const count = Number(numUpdatedRows)
    await transaction
      .updateTable('feedHead')
      .set({ position: last + count })
      .execute()
    return count
  })
}
