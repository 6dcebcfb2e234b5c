import type { DialectTraits } from '../dialects/dialect.js'
import type { MessageRow, SmsStore } from '../store.js'
import { messageColumns } from './columns.js'
import type { Database } from './database.js'

const oldestFirst = (a: MessageRow, b: MessageRow) =>
  a.createdAt - b.createdAt || (a.messageId < b.messageId ? -1 : 1)

export function createSqlSms(db: Database, { canSkipLocked }: DialectTraits): SmsStore {
  return {
    async claimMessages(nowMs, limit) {
      const waiting = db
        .selectFrom('smsOutbox')
        .select('messageId')
        .where('state', '=', 'waiting')
        .where('expiresAt', '>', nowMs)
        .orderBy('createdAt')
        .orderBy('messageId')
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

    async finishMessage(messageId, state, finishedAt) {
      await db
        .updateTable('smsOutbox')
        .set({ state, finishedAt, sealed: '' })
        .where('messageId', '=', messageId)
        .execute()
    },
  }
}
