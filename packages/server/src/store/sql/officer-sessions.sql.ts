import { sql } from 'kysely'
import type { OfficerRow, OfficerSessionRow, OfficerStore } from '../store.js'
import { officerColumns, officerSessionColumns } from './columns.js'
import type { Database } from './database.js'
import { toOfficerRow } from './officer-row.js'

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
      const session = await touch(db, tokenHash, idleMs, nowMs)
      const officer = session && (await findEnabled(db, session.officerId))
      if (!officer || officer.sessionEpoch !== session.epoch) return undefined
      return { session, officer }
    },

    async endSession(tokenHash) {
      await db.deleteFrom('officerSessions').where('tokenHash', '=', tokenHash).execute()
    },
  }
}

const nextEpoch = sql<number>`session_epoch + 1`

const touch = (
  db: Database,
  tokenHash: string,
  idleMs: number,
  nowMs: number,
): Promise<OfficerSessionRow | undefined> =>
  db
    .updateTable('officerSessions')
    .set({ lastSeenAt: nowMs })
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', nowMs)
    .where('lastSeenAt', '>=', nowMs - idleMs)
    .returning(officerSessionColumns)
    .executeTakeFirst()

async function findEnabled(db: Database, officerId: string): Promise<OfficerRow | undefined> {
  const row = await db
    .selectFrom('officers')
    .select(officerColumns)
    .where('officerId', '=', officerId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return row && toOfficerRow(row)
}
