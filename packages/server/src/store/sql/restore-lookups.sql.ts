import type { DatabaseTransaction } from './database.js'

/** Whatever leads to an arrival or screening that is gone; an earlier screening that is left counts again. */
export async function restoreLookups(
  transaction: DatabaseTransaction,
  personId: string,
): Promise<void> {
  const arrival = await transaction
    .selectFrom('arrivals')
    .select('arrivalId')
    .where('personId', '=', personId)
    .limit(1)
    .executeTakeFirst()
  if (!arrival) {
    await transaction.deleteFrom('arrivalLookup').where('personId', '=', personId).execute()
  }
  await restoreScreening(transaction, personId)
}

async function restoreScreening(transaction: DatabaseTransaction, personId: string): Promise<void> {
  const newest = await transaction
    .selectFrom('screenings')
    .select(['areaCode', 'screeningId', 'declaredAt'])
    .where('personId', '=', personId)
    .orderBy('declaredAt', 'desc')
    .orderBy('screeningId', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) {
    await transaction.deleteFrom('screeningLookup').where('personId', '=', personId).execute()
    return
  }
  const { areaCode, screeningId } = newest
  await transaction
    .updateTable('screenings')
    .set({ replacedAt: null })
    .where('areaCode', '=', areaCode)
    .where('screeningId', '=', screeningId)
    .execute()
  await transaction
    .updateTable('screeningLookup')
    .set(newest)
    .where('personId', '=', personId)
    .execute()
}
