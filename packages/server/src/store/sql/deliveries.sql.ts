import type { DialectTraits } from '../dialects/dialect.js'
import type { ClaimedDelivery, DeliveryRow, DeliveryTry, FeedStore } from '../store.js'
import { deliveryColumns } from './columns.js'
import type { Database } from './database.js'
import { selectNumbered } from './feed.sql.js'

type DeliveryMethods =
  | 'planDeliveries'
  | 'claimDeliveries'
  | 'finishDelivery'
  | 'postponeDelivery'
  | 'closeDeliveries'
  | 'countDeliveries'
  | 'findDeadDeliveries'
  | 'reviveDeliveries'

export function createSqlDeliveries(
  db: Database,
  { canSkipLocked }: DialectTraits,
): Pick<FeedStore, DeliveryMethods> {
  return {
    planDeliveries: (subscriberId, from, to, deliveries) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('feedSubscribers')
          .set({ plannedPosition: to })
          .where('subscriberId', '=', subscriberId)
          .where('plannedPosition', '=', from)
          .where('disabledAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        if (deliveries.length === 0) return true
        await transaction
          .insertInto('feedDeliveries')
          .values([...deliveries])
          .execute()
        return true
      }),

    async claimDeliveries(subscriberId, nowMs, leasedUntil, limit) {
      const offered = selectOffered(db, subscriberId, nowMs)
        .limit(limit)
        .$if(canSkipLocked, (query) => query.forUpdate().skipLocked())
      const claimed = await db
        // PostgreSQL may run a subquery of `where` more than once: `with` runs it once.
        .with('next', () => offered)
        .updateTable('feedDeliveries')
        .set(({ eb }) => ({
          state: 'sending',
          attempts: eb('attempts', '+', 1),
          dueAt: leasedUntil,
        }))
        .where('subscriberId', '=', subscriberId)
        .where('eventId', 'in', (select) => select.selectFrom('next').select('eventId'))
        .returning(deliveryColumns)
        .execute()
      return joinEvents(db, claimed)
    },

    finishDelivery: (of, lastOutcome, finishedAt) =>
      recordTry(db, of, { state: 'delivered', lastOutcome, finishedAt }),

    postponeDelivery: (of, lastOutcome, dueAt) =>
      recordTry(db, of, { state: 'waiting', lastOutcome, dueAt }),

    async closeDeliveries(nowMs) {
      const { numUpdatedRows } = await db
        .updateTable('feedDeliveries')
        .set({ state: 'dead', finishedAt: nowMs })
        .where('expiresAt', '<=', nowMs)
        .where(({ eb, and, or }) =>
          or([
            eb('state', '=', 'waiting'),
            and([eb('state', '=', 'sending'), eb('dueAt', '<=', nowMs)]),
          ]),
        )
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },

    async countDeliveries(subscriberId) {
      const rows = await db
        .selectFrom('feedDeliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .where('subscriberId', '=', subscriberId)
        .where('state', '!=', 'delivered')
        .groupBy('state')
        .execute()
      const count = (...states: string[]) =>
        rows
          .filter(({ state }) => states.includes(state))
          .reduce((sum, row) => sum + Number(row.count), 0)
      return { waiting: count('waiting', 'sending'), dead: count('dead') }
    },

    findDeadDeliveries: (subscriberId, afterPosition, limit) =>
      db
        .selectFrom('feedDeliveries')
        .select(deliveryColumns)
        .where('subscriberId', '=', subscriberId)
        .where('state', '=', 'dead')
        .where('position', '>', afterPosition)
        .orderBy('position')
        .limit(limit)
        .execute(),

    async reviveDeliveries(subscriberId, dueAt, expiresAt) {
      const { numUpdatedRows } = await db
        .updateTable('feedDeliveries')
        .set({ state: 'waiting', dueAt, expiresAt, finishedAt: null })
        .where('subscriberId', '=', subscriberId)
        .where('state', '=', 'dead')
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },
  }
}

/** Due, or left by a process that died; of each person the earliest that is open alone. */
const selectOffered = (db: Database, subscriberId: string, nowMs: number) =>
  db
    .selectFrom('feedDeliveries')
    .select('eventId')
    .where('subscriberId', '=', subscriberId)
    .where('state', 'in', ['waiting', 'sending'])
    .where('dueAt', '<=', nowMs)
    .where('expiresAt', '>', nowMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feedDeliveries as earlier')
            .select('earlier.eventId')
            .where('earlier.subscriberId', '=', subscriberId)
            .whereRef('earlier.personId', '=', 'feedDeliveries.personId')
            .whereRef('earlier.position', '<', 'feedDeliveries.position')
            .where('earlier.state', 'in', ['waiting', 'sending']),
        ),
      ),
    )
    .orderBy('position')

async function joinEvents(
  db: Database,
  deliveries: readonly DeliveryRow[],
): Promise<ClaimedDelivery[]> {
  if (deliveries.length === 0) return []
  const ids = deliveries.map(({ eventId }) => eventId)
  const events = await selectNumbered(db).where('eventId', 'in', ids).execute()
  const byId = new Map(events.map((event) => [event.eventId, event]))
  return deliveries
    .flatMap((delivery) => {
      const event = byId.get(delivery.eventId)
      return event ? [{ delivery, event }] : []
    })
    .toSorted((a, b) => a.event.position - b.event.position)
}

async function recordTry(
  db: Database,
  { subscriberId, eventId, attempts }: DeliveryTry,
  changes: Partial<DeliveryRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feedDeliveries')
    .set(changes)
    .where('subscriberId', '=', subscriberId)
    .where('eventId', '=', eventId)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
