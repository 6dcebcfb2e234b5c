import type { MessageRow, OtpStore, SessionStore } from '../store.js'
import { challengeColumns, sessionColumns } from './columns.js'
import type { Database, DatabaseTransaction } from './database.js'
import { answerClaim } from './idempotency.sql.js'
import { prepareQuery, type Slots } from './prepare-query.js'

export function createSqlOtp(db: Database): OtpStore {
  return {
    saveChallenge: (challenge, message, answer) =>
      db.transaction().execute(async (transaction) => {
        await answerClaim(transaction, answer)
        await transaction.insertInto('otpChallenges').values(challenge).execute()
        await insertMessage(transaction, message)
      }),

    findChallenge: (challengeId) =>
      db
        .selectFrom('otpChallenges')
        .select(challengeColumns)
        .where('challengeId', '=', challengeId)
        .executeTakeFirst(),

    replaceCode: (challengeId, fromSends, code, message) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('otpChallenges')
          .set({ ...code, sends: fromSends + 1 })
          .where('challengeId', '=', challengeId)
          .where('sends', '=', fromSends)
          .where('usedAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        await deleteWaitingMessages(transaction, challengeId)
        await insertMessage(transaction, message)
        return true
      }),

    // One statement, committed by itself: sixty guesses at once still count as sixty.
    countTry: (challengeId, maxTries, nowMs) =>
      db
        .updateTable('otpChallenges')
        .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
        .where('challengeId', '=', challengeId)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', nowMs)
        .where('tries', '<', maxTries)
        .returning(challengeColumns)
        .executeTakeFirst(),

    useChallenge: (challengeId, atSends, nowMs, session) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('otpChallenges')
          .set({ usedAt: nowMs })
          .where('challengeId', '=', challengeId)
          .where('sends', '=', atSends)
          .where('usedAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        await transaction.insertInto('sessions').values(session).execute()
        return true
      }),
  }
}

const insertMessage = (transaction: DatabaseTransaction, message: MessageRow) =>
  transaction
    .insertInto('smsOutbox')
    .values({ ...message, state: 'waiting', dueAt: null, finishedAt: null })
    .execute()

const deleteWaitingMessages = (transaction: DatabaseTransaction, challengeId: string) =>
  transaction
    .deleteFrom('smsOutbox')
    .where('challengeId', '=', challengeId)
    .where('state', '=', 'waiting')
    .execute()

export function createSqlSessions(db: Database): SessionStore {
  return {
    findSession: (tokenHash) => findSession.findFirst(db, { tokenHash }),

    async endSession(tokenHash) {
      await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute()
    },
  }
}

const findSession = prepareQuery((db, { tokenHash }: Slots<{ tokenHash: string }>) =>
  db.selectFrom('sessions').select(sessionColumns).where('tokenHash', '=', tokenHash),
)
