import { succeedScreening } from '../screening-succession.js'
import type { ScreeningKey, ScreeningRow } from '../store.js'
import { screeningColumns } from './columns.js'
import type { DatabaseTransaction } from './database.js'

/** Keeps new screenings in the place of each person's earlier one; in the order of ids, so that nobody waits in a circle. */
export async function keepScreenings(
  transaction: DatabaseTransaction,
  rows: readonly ScreeningRow[],
): Promise<void> {
  const ordered = rows.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  for (const row of ordered) await keepScreening(transaction, row)
}

async function keepScreening(transaction: DatabaseTransaction, row: ScreeningRow): Promise<void> {
  const earlier = await lockEarlier(transaction, row)
  if (!earlier) return insertNewest(transaction, row)
  const succession = succeedScreening(row, earlier)
  if (!succession.isNewest) return insertScreening(transaction, succession.row)
  await transaction
    .updateTable('screenings')
    .set({ replacedAt: succession.replacedAt })
    .where('areaCode', '=', earlier.areaCode)
    .where('screeningId', '=', earlier.screeningId)
    .execute()
  await insertNewest(transaction, succession.row)
  if (succession.keepsEvents) await copyEvents(transaction, earlier, row)
}

/** The person's screening so far. Its place stays locked, so that one declaration after the other counts. */
async function lockEarlier(
  transaction: DatabaseTransaction,
  { personId, areaCode, screeningId, declaredAt }: ScreeningRow,
): Promise<ScreeningRow | undefined> {
  const key = await transaction
    .insertInto('screeningLookup')
    .values({ personId, areaCode, screeningId, declaredAt })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ personId }))
    .returning(['areaCode', 'screeningId'])
    .executeTakeFirstOrThrow()
  return transaction
    .selectFrom('screenings')
    .select(screeningColumns)
    .where('areaCode', '=', key.areaCode)
    .where('screeningId', '=', key.screeningId)
    .executeTakeFirst()
}

async function insertScreening(transaction: DatabaseTransaction, row: ScreeningRow): Promise<void> {
  await transaction.insertInto('screenings').values(row).execute()
}

async function insertNewest(transaction: DatabaseTransaction, row: ScreeningRow): Promise<void> {
  const { personId, areaCode, screeningId, declaredAt } = row
  await insertScreening(transaction, row)
  await transaction
    .updateTable('screeningLookup')
    .set({ areaCode, screeningId, declaredAt })
    .where('personId', '=', personId)
    .execute()
}

async function copyEvents(
  transaction: DatabaseTransaction,
  from: ScreeningKey,
  { areaCode, screeningId }: ScreeningKey,
): Promise<void> {
  const events = await transaction
    .selectFrom('screeningEvents')
    .selectAll()
    .where('areaCode', '=', from.areaCode)
    .where('screeningId', '=', from.screeningId)
    .execute()
  if (events.length === 0) return
  await transaction
    .insertInto('screeningEvents')
    .values(events.map((event) => ({ ...event, areaCode, screeningId })))
    .execute()
}
