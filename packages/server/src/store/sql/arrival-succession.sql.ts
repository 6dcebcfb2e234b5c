import {
  type EndedDeclaration,
  isOpenArrival,
  succeedArrival,
  toPassing,
} from '../arrival-succession.js'
import type { ArrivalKey, ArrivalRow } from '../store.js'
import { arrivalColumns } from './columns.js'
import type { ArrivalTable, DatabaseTransaction } from './database.js'

/** Keeps new arrivals in the place of each person's earlier one; in the order of ids, so that nobody waits in a circle. */
export async function keepArrivals(
  transaction: DatabaseTransaction,
  rows: readonly ArrivalRow[],
): Promise<void> {
  for (const row of rows.toSorted(byPerson)) await keepArrival(transaction, row)
}

/** Nobody is expected by a withdrawn declaration: the one before it that stands counts again. */
export async function cancelArrivals(
  transaction: DatabaseTransaction,
  { declaration, people }: EndedDeclaration,
): Promise<void> {
  for (const { personId } of people.toSorted(byPerson)) {
    const key = await lockArrivalOfPerson(transaction, personId)
    const current = await findTableRow(transaction, key)
    if (current?.declarationId !== declaration.declarationId) continue
    if (!isOpenArrival(current)) continue
    await updateArrival(transaction, current, { state: 'cancelled' })
    const standing = await findStanding(transaction, toPrevious(current))
    if (!standing) continue
    const passing = toPassing(standing, current.passedAt)
    await updateArrival(transaction, standing, { ...passing, replacedAt: null })
    await pointTo(transaction, standing)
  }
}

/** Where a person's arrival lies. The row stays locked, so that one declaration after the other counts. */
export function lockArrivalOfPerson(
  transaction: DatabaseTransaction,
  personId: string,
): Promise<ArrivalKey | undefined> {
  return transaction
    .updateTable('arrivalLookup')
    .set({ personId })
    .where('personId', '=', personId)
    .returning(['areaCode', 'arrivalId'])
    .executeTakeFirst()
}

const byPerson = (a: { personId: string }, b: { personId: string }) =>
  a.personId < b.personId ? -1 : 1

async function keepArrival(transaction: DatabaseTransaction, row: ArrivalRow): Promise<void> {
  const key = await claimLookup(transaction, row)
  const earlier = key.arrivalId === row.arrivalId ? undefined : await findTableRow(transaction, key)
  if (!earlier) {
    await insertArrival(transaction, row, undefined)
    return pointTo(transaction, row)
  }
  const succession = succeedArrival(row, earlier)
  if (!succession.isNewest) {
    await insertArrival(transaction, succession.row, toPrevious(earlier))
    return updateArrival(transaction, earlier, fromPrevious(row))
  }
  const { replacedAt } = succession
  await insertArrival(transaction, succession.row, earlier)
  await updateArrival(transaction, earlier, { replacedAt })
  if (succession.keepsEvents) await copyEvents(transaction, earlier, row)
  return pointTo(transaction, row)
}

/** Takes the person's place for this arrival, or locks it for the one that has it. */
function claimLookup(
  transaction: DatabaseTransaction,
  { personId, areaCode, arrivalId, arrivalAt }: ArrivalRow,
): Promise<ArrivalKey> {
  return transaction
    .insertInto('arrivalLookup')
    .values({ personId, areaCode, arrivalId, arrivalAt })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ personId }))
    .returning(['areaCode', 'arrivalId'])
    .executeTakeFirstOrThrow()
}

async function pointTo(
  transaction: DatabaseTransaction,
  { personId, areaCode, arrivalId, arrivalAt }: ArrivalRow,
): Promise<void> {
  await transaction
    .updateTable('arrivalLookup')
    .set({ areaCode, arrivalId, arrivalAt })
    .where('personId', '=', personId)
    .execute()
}

type Previous = Pick<ArrivalTable, 'previousAreaCode' | 'previousArrivalId'>

const fromPrevious = (key: ArrivalKey | undefined): Previous => ({
  previousAreaCode: key?.areaCode ?? null,
  previousArrivalId: key?.arrivalId ?? null,
})

function toPrevious({ previousAreaCode, previousArrivalId }: Previous): ArrivalKey | undefined {
  if (previousAreaCode === null || previousArrivalId === null) return undefined
  return { areaCode: previousAreaCode, arrivalId: previousArrivalId }
}

async function insertArrival(
  transaction: DatabaseTransaction,
  row: ArrivalRow,
  previous: ArrivalKey | undefined,
): Promise<void> {
  await transaction
    .insertInto('arrivals')
    .values({ ...row, ...fromPrevious(previous) })
    .execute()
}

async function updateArrival(
  transaction: DatabaseTransaction,
  { areaCode, arrivalId }: ArrivalKey,
  changes: Partial<ArrivalTable>,
): Promise<void> {
  await transaction
    .updateTable('arrivals')
    .set(changes)
    .where('areaCode', '=', areaCode)
    .where('arrivalId', '=', arrivalId)
    .execute()
}

function findTableRow(
  transaction: DatabaseTransaction,
  key: ArrivalKey | undefined,
): Promise<ArrivalTable | undefined> {
  if (!key) return Promise.resolve(undefined)
  return transaction
    .selectFrom('arrivals')
    .select([...arrivalColumns, 'previousAreaCode', 'previousArrivalId'])
    .where('areaCode', '=', key.areaCode)
    .where('arrivalId', '=', key.arrivalId)
    .executeTakeFirst()
}

/** The newest of these earlier arrivals whose declaration is not withdrawn. */
async function findStanding(
  transaction: DatabaseTransaction,
  newest: ArrivalKey | undefined,
): Promise<ArrivalTable | undefined> {
  let found = await findTableRow(transaction, newest)
  while (found) {
    const declaration = await transaction
      .selectFrom('personLookup')
      .select('withdrawnAt')
      .where('personId', '=', found.personId)
      .where('declarationId', '=', found.declarationId)
      .executeTakeFirst()
    if (declaration?.withdrawnAt === null) return found
    found = await findTableRow(transaction, toPrevious(found))
  }
  return undefined
}

async function copyEvents(
  transaction: DatabaseTransaction,
  from: ArrivalKey,
  { areaCode, arrivalId }: ArrivalKey,
): Promise<void> {
  const events = await transaction
    .selectFrom('arrivalEvents')
    .selectAll()
    .where('areaCode', '=', from.areaCode)
    .where('arrivalId', '=', from.arrivalId)
    .execute()
  if (events.length === 0) return
  await transaction
    .insertInto('arrivalEvents')
    .values(events.map((event) => ({ ...event, areaCode, arrivalId })))
    .execute()
}
