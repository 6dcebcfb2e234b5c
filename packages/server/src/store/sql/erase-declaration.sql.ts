import type { ErasedDeclaration } from '../store.js'
import { cancelArrivals } from './arrival-succession.sql.js'
import type { DatabaseTransaction } from './database.js'
import { eraseVisits } from './erase-visits.sql.js'
import { revokeSlot } from './revoke-slot.sql.js'

/** Deletes a declaration with what it brought about; what it had taken the place of counts again. */
export async function eraseDeclaration(
  transaction: DatabaseTransaction,
  erased: ErasedDeclaration,
): Promise<void> {
  const { phoneIndex, declarationId, passes } = erased
  await cancelArrivals(transaction, { declaration: { declarationId }, people: passes })
  await eraseEvents(transaction, erased)
  // their events go with them
  for (const table of ['arrivals', 'screenings'] as const) {
    await transaction.deleteFrom(table).where('declarationId', '=', declarationId).execute()
  }
  for (const pass of passes) {
    await revokeSlot(transaction, pass)
    await transaction.deleteFrom('passLookup').where('passId', '=', pass.passId).execute()
    await transaction
      .deleteFrom('personLookup')
      .where('personId', '=', pass.personId)
      .where('declarationId', '=', declarationId)
      .execute()
  }
  for (const table of ['people', 'declarations'] as const) {
    await transaction
      .deleteFrom(table)
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', '=', declarationId)
      .execute()
  }
  await eraseUnproven(transaction, erased)
}

async function eraseEvents(
  transaction: DatabaseTransaction,
  { phoneIndex, declarationId }: ErasedDeclaration,
): Promise<void> {
  const events = await transaction
    .deleteFrom('feedEvents')
    .where('phoneIndex', '=', phoneIndex)
    .where('declarationId', '=', declarationId)
    .returning('eventId')
    .execute()
  for (const { eventId } of events) {
    await transaction.deleteFrom('feedDeliveries').where('eventId', '=', eventId).execute()
  }
}

/** What an officer wrote down lies under an index of its own: with it goes all that was kept there. */
async function eraseUnproven(
  transaction: DatabaseTransaction,
  { phoneIndex, isUnproven }: ErasedDeclaration,
): Promise<void> {
  if (!isUnproven) return
  await eraseVisits(transaction, phoneIndex)
  for (const table of ['childLookup', 'contactLookup'] as const) {
    await transaction.deleteFrom(table).where('phoneIndex', '=', phoneIndex).execute()
  }
}
