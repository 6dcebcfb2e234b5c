import { sql } from 'kysely'
import type { OfficerStore } from '../store.js'
import { officerColumns, officerSessionColumns } from './columns.js'
import type { Database } from './database.js'
import { toOfficerRow } from './officer-row.js'
import { prepareQuery, type Slots } from './prepare-query.js'

type Sessions = Pick<
  OfficerStore,
  'useSetup' | 'setPassword' | 'openSession' | 'touchSession' | 'endSession'
>

/** Sessions, and the passwords that begin and end them. */
export function createSqlOfficerSessions(db: Database): Sessions {
  return {
    useSetup: (setupHash, passwordHash, nowMs) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('officers')
          .set({ passwordHash, setupHash: null, setupExpiresAt: null, sessionEpoch: nextEpoch })
          .where('setupHash', '=', setupHash)
          .where('setupExpiresAt', '>', nowMs)
          .where('disabledAt', 'is', null)
          .returning(officerColumns)
          .executeTakeFirst()
        if (!row) return undefined
        await transaction
          .deleteFrom('officerSessions')
          .where('officerId', '=', row.officerId)
          .execute()
        return toOfficerRow(row)
      }),

    setPassword: (officerId, passwordHash, keptTokenHash) =>
      db.transaction().execute(async (transaction) => {
        const { sessionEpoch } = await transaction
          .updateTable('officers')
          .set({ passwordHash, sessionEpoch: nextEpoch })
          .where('officerId', '=', officerId)
          .returning('sessionEpoch')
          .executeTakeFirstOrThrow()
        await transaction
          .deleteFrom('officerSessions')
          .where('officerId', '=', officerId)
          .where('tokenHash', '<>', keptTokenHash)
          .execute()
        await transaction
          .updateTable('officerSessions')
          .set({ epoch: sessionEpoch })
          .where('tokenHash', '=', keptTokenHash)
          .execute()
      }),

    async openSession(session) {
      await db.insertInto('officerSessions').values(session).execute()
    },

    async touchSession(tokenHash, idleMs, nowMs) {
      const session = await findLive.findFirst(db, { tokenHash, nowMs, seenFrom: nowMs - idleMs })
      const officer = session && (await findEnabled.findFirst(db, session))
      if (!officer || officer.sessionEpoch !== session.epoch) return undefined
      const found = { session, officer: toOfficerRow(officer) }
      if (session.lastSeenAt >= nowMs - seenMs) return found
      await markSeen(db, tokenHash, nowMs)
      return { ...found, session: { ...session, lastSeenAt: nowMs } }
    },

    async endSession(tokenHash) {
      await db.deleteFrom('officerSessions').where('tokenHash', '=', tokenHash).execute()
    },
  }
}

const nextEpoch = sql<number>`session_epoch + 1`

/** When somebody was last seen is kept this exactly: to write it at every look-up costs more than the look-up. */
const seenMs = 60_000

const findLive = prepareQuery(
  (db, { tokenHash, nowMs, seenFrom }: Slots<Record<'tokenHash', string> & Instants>) =>
    db
      .selectFrom('officerSessions')
      .select(officerSessionColumns)
      .where('tokenHash', '=', tokenHash)
      .where('expiresAt', '>', nowMs)
      .where('lastSeenAt', '>=', seenFrom),
)

type Instants = Record<'nowMs' | 'seenFrom', number>

const findEnabled = prepareQuery((db, { officerId }: Slots<{ officerId: string }>) =>
  db
    .selectFrom('officers')
    .select(officerColumns)
    .where('officerId', '=', officerId)
    .where('disabledAt', 'is', null),
)

async function markSeen(db: Database, tokenHash: string, lastSeenAt: number): Promise<void> {
  await db
    .updateTable('officerSessions')
    .set({ lastSeenAt })
    .where('tokenHash', '=', tokenHash)
    .execute()
}
