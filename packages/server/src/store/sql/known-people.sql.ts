import { LostPerson } from '../lost-person.js'
import type { KnownPerson } from '../store.js'
import { toKeptUntil } from '../to-kept-until.js'
import type { DatabaseTransaction } from './database.js'
import { keepLonger } from './keep-longer.sql.js'
import { prepareQuery, type Slots } from './prepare-query.js'

/**
 * Holds people to the ids they were resolved to, until the transaction ends: whoever erases one of them
 * waits, and then sees who names them. In the order of keys, so that nobody waits in a circle.
 *
 * @throws {LostPerson} when one became somebody else in the meantime.
 */
export async function keepKnown(
  transaction: DatabaseTransaction,
  known: readonly KnownPerson[],
): Promise<void> {
  await keepDocuments(transaction, known)
  for (const { key, personId } of known) {
    if (key.by !== 'child') continue
    const row = await transaction
      .insertInto('childLookup')
      .values({ phoneIndex: key.phoneIndex, childIndex: key.index, personId })
      .onConflict((conflict) =>
        conflict
          .columns(['phoneIndex', 'childIndex'])
          .doUpdateSet({ personId })
          .where('childLookup.personId', '=', personId),
      )
      .returning('personId')
      .executeTakeFirst()
    if (!row) throw new LostPerson()
  }
}

async function keepDocuments(
  transaction: DatabaseTransaction,
  known: readonly KnownPerson[],
): Promise<void> {
  const byIndex = new Map(known.flatMap((each) => toDocumentRow(each)))
  const rows = [...byIndex.values()].sort((a, b) => (a.documentIndex < b.documentIndex ? -1 : 1))
  if (rows.length === 0) return
  const kept = await upsertDocuments.findAll(transaction, { rows })
  if (kept.length < rows.length) throw new LostPerson()
}

function toDocumentRow({ key, personId, keptUntil }: KnownPerson): [string, DocumentRow][] {
  if (key.by !== 'document') return []
  const documentIndex = key.index
  return [[documentIndex, { documentIndex, personId, keptUntil: toKeptUntil(keptUntil) }]]
}

interface DocumentRow {
  readonly documentIndex: string
  readonly personId: string
  readonly keptUntil: number
}

/** Answers those that are still the same person's. */
const upsertDocuments = prepareQuery((db, { rows }: Slots<{ rows: readonly DocumentRow[] }>) =>
  db
    .insertInto('idLookup')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('documentIndex')
        .doUpdateSet(keepLonger)
        .whereRef('idLookup.personId', '=', 'excluded.personId'),
    )
    .returning('documentIndex'),
)
