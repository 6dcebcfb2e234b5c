import type { OfficerRow, OfficerSessionRow, OfficerStore } from '../store.js'
import { officerColumns, officerSessionColumns } from './columns.js'
import type { Database, OfficerTable } from './database.js'

export function createSqlOfficers(db: Database): OfficerStore {
  return {
    async addOfficer(officer) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('officers')
        .values({ ...officer, areas: JSON.stringify(officer.areas) })
        .onConflict((conflict) => conflict.column('username').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    async findOfficer(username) {
      if (username.includes('\0')) return undefined // PostgreSQL refuses such a text
      const row = await db
        .selectFrom('officers')
        .select(officerColumns)
        .where('username', '=', username)
        .executeTakeFirst()
      return row && toOfficer(row)
    },

    async setPassword(officerId, passwordHash) {
      await db
        .updateTable('officers')
        .set({ passwordHash })
        .where('officerId', '=', officerId)
        .execute()
    },

    async setDefaults(officerId, defaultPost, defaultReason) {
      const row = await db
        .updateTable('officers')
        .set({ defaultPost, defaultReason })
        .where('officerId', '=', officerId)
        .returning(officerColumns)
        .executeTakeFirst()
      return row && toOfficer(row)
    },

    disableOfficer: (officerId, disabledAt) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('officers')
          .set({ disabledAt })
          .where('officerId', '=', officerId)
          .execute()
        await transaction.deleteFrom('officerSessions').where('officerId', '=', officerId).execute()
      }),

    async openSession(session) {
      await db.insertInto('officerSessions').values(session).execute()
    },

    async touchSession(tokenHash, idleMs, nowMs) {
      const session = await touch(db, tokenHash, idleMs, nowMs)
      const officer = session && (await findEnabled(db, session.officerId))
      return officer && { session, officer }
    },

    async endSession(tokenHash) {
      await db.deleteFrom('officerSessions').where('tokenHash', '=', tokenHash).execute()
    },
  }
}

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
  return row && toOfficer(row)
}

const toOfficer = ({ areas, ...row }: OfficerTable): OfficerRow => ({
  ...row,
  areas: JSON.parse(areas),
})
