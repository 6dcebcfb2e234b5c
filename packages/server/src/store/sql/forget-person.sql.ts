import type { ForgottenPerson } from '../store.js'
import type { DatabaseTransaction } from './database.js'
import { eraseVisits } from './erase-visits.sql.js'
import { restoreLookups } from './restore-lookups.sql.js'

/**
 * Locks what leads to people, until the transaction ends: whoever declares one of them waits, and is seen
 * by whoever came later. In the order of indexes, so that nobody waits in a circle.
 */
export async function lockDocuments(
  transaction: DatabaseTransaction,
  people: readonly ForgottenPerson[],
): Promise<void> {
  const indexes = new Set(people.flatMap(({ documentIndexes }) => documentIndexes))
  for (const documentIndex of [...indexes].sort()) {
    await transaction
      .updateTable('idLookup')
      .set(({ ref }) => ({ personId: ref('personId') }))
      .where('documentIndex', '=', documentIndex)
      .execute()
  }
}

/** What is proven to be a person's, and the person altogether where nothing else is kept under them. */
export async function forgetPerson(
  transaction: DatabaseTransaction,
  person: ForgottenPerson,
  phoneIndex: string | undefined,
): Promise<void> {
  const { personId, isProven } = person
  await eraseImportedScreenings(transaction, person, phoneIndex)
  await restoreLookups(transaction, personId)
  if (isProven) await eraseVisits(transaction, personId)
  if (await isNeeded(transaction, person)) return
  for (const documentIndex of person.documentIndexes) {
    await transaction
      .deleteFrom('idLookup')
      .where('documentIndex', '=', documentIndex)
      .where('personId', '=', personId)
      .execute()
  }
}

/** What health stations were told by the national systems under this phone or document. */
async function eraseImportedScreenings(
  transaction: DatabaseTransaction,
  { personId, isProven }: ForgottenPerson,
  phoneIndex: string | undefined,
): Promise<void> {
  const named = await transaction
    .selectFrom('personLookup')
    .select('declarationId')
    .where('personId', '=', personId)
    .execute()
  const declared = new Set(named.map(({ declarationId }) => declarationId))
  const screenings = await transaction
    .selectFrom('screenings')
    .select(['areaCode', 'screeningId', 'declarationId', 'phoneIndex'])
    .where('personId', '=', personId)
    .execute()
  for (const screening of screenings) {
    const isOwn = isProven || screening.phoneIndex === phoneIndex
    if (!isOwn || declared.has(screening.declarationId)) continue
    await transaction
      .deleteFrom('screenings')
      .where('areaCode', '=', screening.areaCode)
      .where('screeningId', '=', screening.screeningId)
      .execute()
  }
}

/** Whether anything else is kept that the person must be found by. */
async function isNeeded(
  transaction: DatabaseTransaction,
  { personId, documentIndexes }: ForgottenPerson,
): Promise<boolean> {
  for (const table of ['personLookup', 'accounts', 'visitLookup'] as const) {
    const row = await transaction
      .selectFrom(table)
      .select('personId')
      .where(table === 'visitLookup' ? 'subject' : 'personId', '=', personId)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  if (documentIndexes.length === 0) return false
  const imported = await transaction
    .selectFrom('importedDeclarations')
    .select('subject')
    .where('subject', 'in', [...documentIndexes])
    .limit(1)
    .executeTakeFirst()
  return imported !== undefined
}
