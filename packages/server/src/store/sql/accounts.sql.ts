import type { AccountRow, AccountStore, GrantRow } from '../store.js'
import type { Database, DatabaseTransaction } from './database.js'
import { answerClaim } from './idempotency.sql.js'
import { keepKnown } from './known-people.sql.js'
import { revokeSlot } from './revoke-slot.sql.js'

const accountColumns = [
  'phoneIndex',
  'accountId',
  'personId',
  'createdAt',
  'verifiedAt',
  'keptUntil',
  'sealed',
] as const satisfies (keyof AccountRow)[]

const grantColumns = [
  'phoneIndex',
  'grantId',
  'personId',
  'deviceHash',
  'statusIndex',
  'notBefore',
  'validUntil',
  'sealed',
] as const satisfies (keyof GrantRow)[]

/** Undoes the transaction around it. */
class AccountTaken extends Error {}

export function createSqlAccounts(db: Database): AccountStore {
  return {
    async addAccount(account, known, answer) {
      try {
        return await db.transaction().execute(async (transaction) => {
          await answerClaim(transaction, answer)
          await keepKnown(transaction, [known])
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('accounts')
            .values(account)
            .onConflict((conflict) => conflict.column('phoneIndex').doNothing())
            .executeTakeFirst()
          if (numInsertedOrUpdatedRows !== 1n) throw new AccountTaken()
          return true
        })
      } catch (error) {
        if (error instanceof AccountTaken) return false
        throw error
      }
    },

    findAccount: (phoneIndex) =>
      db
        .selectFrom('accounts')
        .select(accountColumns)
        .where('phoneIndex', '=', phoneIndex)
        .executeTakeFirst(),

    updateAccount: ({ phoneIndex, ...change }, known, isSomebodyElse) =>
      db.transaction().execute(async (transaction) => {
        await keepKnown(transaction, [known])
        await transaction
          .updateTable('accounts')
          .set(change)
          .where('phoneIndex', '=', phoneIndex)
          .execute()
        if (!isSomebodyElse) return
        await revokeGrants(transaction, phoneIndex, undefined)
        await transaction.deleteFrom('cardPhotos').where('phoneIndex', '=', phoneIndex).execute()
      }),

    keepAccount: (phoneIndex, known) =>
      db.transaction().execute(async (transaction) => {
        await keepKnown(transaction, [known])
        await transaction
          .updateTable('accounts')
          .set({ keptUntil: known.keptUntil })
          .where('phoneIndex', '=', phoneIndex)
          .execute()
      }),

    findGrants: (phoneIndex, deviceHash, nowMs) =>
      db
        .selectFrom('grants')
        .select(grantColumns)
        .where('phoneIndex', '=', phoneIndex)
        .where('deviceHash', '=', deviceHash)
        .where('validUntil', '>', nowMs)
        .orderBy('notBefore')
        .execute(),

    saveGrants: ({ phoneIndex, accountId, sealed }, deviceHash, added) =>
      db.transaction().execute(async (transaction) => {
        // written as it is, so that the row is locked: whoever changes the account comes before or after
        const { numUpdatedRows } = await transaction
          .updateTable('accounts')
          .set({ sealed })
          .where('phoneIndex', '=', phoneIndex)
          .where('accountId', '=', accountId)
          .where('sealed', '=', sealed)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows !== 1n) return false
        await revokeGrants(transaction, phoneIndex, deviceHash)
        if (added.length === 0) return true
        await transaction
          .insertInto('grants')
          .values([...added])
          .execute()
        const lookups = added.map(({ grantId, personId, validUntil }) => ({
          grantId,
          phoneIndex,
          personId,
          validUntil,
        }))
        await transaction.insertInto('grantLookup').values(lookups).execute()
        return true
      }),

    findGrantHolder: (grantId) =>
      db
        .selectFrom('grantLookup')
        .select(['phoneIndex', 'personId'])
        .where('grantId', '=', grantId)
        .executeTakeFirst(),
  }
}

/** Ends the grants of a phone, but for those of the device to keep. */
async function revokeGrants(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  keptDevice: string | undefined,
): Promise<void> {
  const revoked = await transaction
    .deleteFrom('grants')
    .where('phoneIndex', '=', phoneIndex)
    .$if(keptDevice !== undefined, (query) => query.where('deviceHash', '<>', keptDevice ?? ''))
    .returning(['grantId', 'statusIndex', 'validUntil'])
    .execute()
  for (const grant of revoked) {
    await revokeSlot(transaction, grant)
    await transaction.deleteFrom('grantLookup').where('grantId', '=', grant.grantId).execute()
  }
}
