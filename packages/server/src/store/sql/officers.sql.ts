import type { DialectTraits } from '../dialects/dialect.js'
import type { OfficerRow, OfficerStore } from '../store.js'
import { changeOfficer } from './change-officer.sql.js'
import { officerColumns } from './columns.js'
import type { Database } from './database.js'
import { toOfficerColumns, toOfficerRow } from './officer-row.js'
import { createSqlOfficerSessions } from './officer-sessions.sql.js'

export function createSqlOfficers(db: Database, traits: DialectTraits): OfficerStore {
  return {
    ...createSqlOfficerAccounts(db),
    ...createSqlOfficerSessions(db),
    changeOfficer: (officerId, changes, endsSessions) =>
      changeOfficer(db, traits, { officerId, changes, endsSessions }),
  }
}

type Accounts = Pick<
  OfficerStore,
  | 'addOfficer'
  | 'findOfficer'
  | 'findOfficerById'
  | 'findOfficerByIdentity'
  | 'findOfficerBySetup'
  | 'findOfficers'
  | 'saveTotpSecret'
  | 'acceptTotpCounter'
  | 'setDefaults'
  | 'linkOfficer'
>

function createSqlOfficerAccounts(db: Database): Accounts {
  const select = () => db.selectFrom('officers').select(officerColumns)
  const first = async (query: ReturnType<typeof select>): Promise<OfficerRow | undefined> => {
    const row = await query.executeTakeFirst()
    return row && toOfficerRow(row)
  }

  return {
    async addOfficer(officer) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('officers')
        .values({
          ...toOfficerColumns(officer),
          areas: JSON.stringify(officer.areas),
          passwordHash: officer.passwordHash ?? '',
        })
        .onConflict((conflict) => conflict.column('username').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    async findOfficer(username) {
      if (username.includes('\0')) return undefined // PostgreSQL refuses such a text
      return first(select().where('username', '=', username))
    },

    findOfficerById: (officerId) => first(select().where('officerId', '=', officerId)),

    findOfficerByIdentity: (issuer, subject) =>
      first(select().where('oidcIssuer', '=', issuer).where('oidcSubject', '=', subject)),

    findOfficerBySetup: (setupHash, nowMs) =>
      first(
        select()
          .where('setupHash', '=', setupHash)
          .where('setupExpiresAt', '>', nowMs)
          .where('disabledAt', 'is', null),
      ),

    async findOfficers(afterId, limit) {
      const query = select().where('officerId', '>', afterId).orderBy('officerId').limit(limit)
      return (await query.execute()).map(toOfficerRow)
    },

    async linkOfficer(officerId, oidcIssuer, oidcSubject) {
      const row = await db
        .updateTable('officers')
        .set({ oidcIssuer, oidcSubject })
        .where('officerId', '=', officerId)
        .where('oidcSubject', 'is', null)
        .where('disabledAt', 'is', null)
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('officers as other')
                .select('other.officerId')
                .where('other.oidcIssuer', '=', oidcIssuer)
                .where('other.oidcSubject', '=', oidcSubject),
            ),
          ),
        )
        .returning(officerColumns)
        .executeTakeFirst()
      return row && toOfficerRow(row)
    },

    async saveTotpSecret(officerId, totpSealed) {
      const { numUpdatedRows } = await db
        .updateTable('officers')
        .set({ totpSealed })
        .where('officerId', '=', officerId)
        .where('totpCounter', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },

    async acceptTotpCounter(officerId, totpSealed, counter) {
      const { numUpdatedRows } = await db
        .updateTable('officers')
        .set({ totpCounter: counter })
        .where('officerId', '=', officerId)
        .where('totpSealed', '=', totpSealed)
        .where(({ eb, or }) => or([eb('totpCounter', 'is', null), eb('totpCounter', '<', counter)]))
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },

    async setDefaults(officerId, chosen) {
      const row = await db
        .updateTable('officers')
        .set(chosen)
        .where('officerId', '=', officerId)
        .returning(officerColumns)
        .executeTakeFirst()
      return row && toOfficerRow(row)
    },
  }
}
