import type { DatabaseTransaction } from './database.js'
import { revokeSlot } from './revoke-slot.sql.js'

/** Deletes what a phone may do: its account, its rights at venues, sessions, challenges and stored answers. */
export async function erasePhone(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  keptKey: string,
): Promise<void> {
  await eraseAccount(transaction, phoneIndex)
  for (const table of ['venueStaff', 'staffLookup', 'sessions', 'otpChallenges'] as const) {
    await transaction.deleteFrom(table).where('phoneIndex', '=', phoneIndex).execute()
  }
  await transaction
    .deleteFrom('idempotency')
    .where('principal', '=', phoneIndex)
    .where('key', '<>', keptKey)
    .execute()
}

/** The account first: grants and photos that are being saved wait for it, and then find none. */
async function eraseAccount(transaction: DatabaseTransaction, phoneIndex: string): Promise<void> {
  await transaction.deleteFrom('accounts').where('phoneIndex', '=', phoneIndex).execute()
  await transaction.deleteFrom('cardPhotos').where('phoneIndex', '=', phoneIndex).execute()
  const grants = await transaction
    .deleteFrom('grants')
    .where('phoneIndex', '=', phoneIndex)
    .returning(['grantId', 'statusIndex', 'validUntil'])
    .execute()
  for (const grant of grants) {
    await revokeSlot(transaction, grant)
    await transaction.deleteFrom('grantLookup').where('grantId', '=', grant.grantId).execute()
  }
}
