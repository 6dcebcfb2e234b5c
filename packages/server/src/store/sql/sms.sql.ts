import type { DialectTraits } from '../dialects/dialect.js'
import type { ClosedMessage, MessageRow, SmsStore } from '../store.js'
import { messageColumns } from './columns.js'
import type { Database } from './database.js'

const oldestFirst = (a: MessageRow, b: MessageRow) =>
  a.createdAt - b.createdAt || (a.messageId < b.messageId ? -1 : 1)

export function createSqlSms(db: Database, { canSkipLocked }: DialectTraits): SmsStore {
  return {
    async countWaiting(nowMs) {
      const { count } = await db
        .selectFrom('smsOutbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'waiting')
        .where('expiresAt', '>', nowMs)
        .executeTakeFirstOrThrow()
      return count
    },

    async claimMessages(nowMs, limit) {
      const waiting = selectOffered(db, nowMs)
        .limit(limit)
        .$if(canSkipLocked, (query) => query.forUpdate().skipLocked())
      const claimed = await db
        // PostgreSQL may run a subquery of `where` more than once: `with` runs it once.
        .with('next', () => waiting)
        .updateTable('smsOutbox')
        .set({ state: 'sending' })
        .where('messageId', 'in', (select) => select.selectFrom('next').select('messageId'))
        .returning(messageColumns)
        .execute()
      return claimed.sort(oldestFirst)
    },

    async postponeMessage(messageId, dueAt) {
      await db
        .updateTable('smsOutbox')
        .set({ state: 'waiting', dueAt })
        .where('messageId', '=', messageId)
        .where('state', '=', 'sending')
        .execute()
    },

    async finishMessage(messageId, state, finishedAt) {
      await db
        .updateTable('smsOutbox')
        .set({ state, finishedAt, sealed: '' })
        .where('messageId', '=', messageId)
        .execute()
    },

    async closeMessages(nowMs, finishedBy) {
      const expired = await closeMessages(db, 'waiting', nowMs, nowMs)
      const lost = await closeMessages(db, 'sending', finishedBy, nowMs)
      return [...expired, ...lost]
    },
  }
}

const selectOffered = (db: Database, nowMs: number) =>
  db
    .selectFrom('smsOutbox')
    .select('messageId')
    .where('state', '=', 'waiting')
    .where(({ eb, or }) => or([eb('dueAt', 'is', null), eb('dueAt', '<=', nowMs)]))
    .where('expiresAt', '>', nowMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('smsOutbox as newer')
            .select('newer.messageId')
            .whereRef('newer.challengeId', '=', 'smsOutbox.challengeId')
            .whereRef('newer.messageId', '>', 'smsOutbox.messageId'),
        ),
      ),
    )
    .orderBy('createdAt')
    .orderBy('messageId')

async function closeMessages(
  db: Database,
  from: 'waiting' | 'sending',
  overBy: number,
  finishedAt: number,
): Promise<ClosedMessage[]> {
  const outcome = from === 'waiting' ? 'expired' : 'lost'
  const rows = await db
    .updateTable('smsOutbox')
    .set({ state: outcome, finishedAt, sealed: '' })
    .where('state', '=', from)
    .where('expiresAt', '<=', overBy)
    .returning(['messageId', 'template'])
    .execute()
  return rows.map((row) => ({ ...row, outcome }))
}
