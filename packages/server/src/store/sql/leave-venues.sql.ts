import type { ErasedPhone, LeftVenue } from '../store.js'
import type { DatabaseTransaction } from './database.js'

/** Hands an owner's venues over or closes them; false when one changed in the meantime. */
export async function leaveVenues(
  transaction: DatabaseTransaction,
  { phoneIndex, venues }: ErasedPhone,
  atMs: number,
): Promise<boolean> {
  const owned = await transaction
    .selectFrom('staffLookup')
    .select('venueCode')
    .where('phoneIndex', '=', phoneIndex)
    .where('role', '=', 'owner')
    .execute()
  if (owned.some(({ venueCode }) => !venues.some(({ row }) => row.venueCode === venueCode))) {
    return false
  }
  for (const venue of venues) {
    const isChanged = await changeVenue(transaction, venue)
    if (!isChanged || !(await handOver(transaction, venue))) return false
    if (venue.successorId === undefined) await closeVenue(transaction, venue.row.venueCode, atMs)
  }
  return true
}

async function changeVenue(
  transaction: DatabaseTransaction,
  { row: { venueCode, version, sealed, closedAt } }: LeftVenue,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('venues')
    .set({ version, sealed, closedAt })
    .where('venueCode', '=', venueCode)
    .where('version', '=', version - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whoever manages it is its owner now, unless they are none of its staff any more. */
async function handOver(
  transaction: DatabaseTransaction,
  { row: { venueCode }, successorId }: LeftVenue,
): Promise<boolean> {
  if (successorId === undefined) return true
  const successor = await transaction
    .updateTable('venueStaff')
    .set({ role: 'owner' })
    .where('venueCode', '=', venueCode)
    .where('staffId', '=', successorId)
    .where('role', '=', 'manager')
    .returning('phoneIndex')
    .executeTakeFirst()
  if (!successor) return false
  await transaction
    .updateTable('staffLookup')
    .set({ role: 'owner' })
    .where('phoneIndex', '=', successor.phoneIndex)
    .where('venueCode', '=', venueCode)
    .execute()
  return true
}

/** Its machines and staff are out; where people were stays known as long as their visits. */
async function closeVenue(
  transaction: DatabaseTransaction,
  venueCode: string,
  revokedAt: number,
): Promise<void> {
  await transaction
    .updateTable('venueDevices')
    .set({ revokedAt })
    .where('venueCode', '=', venueCode)
    .where('revokedAt', 'is', null)
    .execute()
  const staff = await transaction
    .deleteFrom('venueStaff')
    .where('venueCode', '=', venueCode)
    .returning('phoneIndex')
    .execute()
  for (const { phoneIndex } of staff) {
    await transaction
      .deleteFrom('staffLookup')
      .where('phoneIndex', '=', phoneIndex)
      .where('venueCode', '=', venueCode)
      .execute()
  }
}
