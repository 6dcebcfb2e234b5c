import type { DatabaseTransaction } from './database.js'

/** Visits of a person or a phone, with the copies that other look-ups hold of them. */
export async function eraseVisits(
  transaction: DatabaseTransaction,
  subject: string,
): Promise<void> {
  const visits = await transaction
    .deleteFrom('visitLookup')
    .where('subject', '=', subject)
    .returning(['venueCode', 'visitId', 'personId'])
    .execute()
  for (const { venueCode, visitId, personId } of visits) {
    await transaction
      .deleteFrom('visitLookup')
      .where('subject', '=', personId)
      .where('visitId', '=', visitId)
      .where('venueCode', '=', venueCode)
      .execute()
    await transaction
      .deleteFrom('visits')
      .where('venueCode', '=', venueCode)
      .where('visitId', '=', visitId)
      .execute()
  }
}
