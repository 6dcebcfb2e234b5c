import type { ImportedLine, ImportOutcome, ImportStore } from '../store.js'
import { importedColumns } from './columns.js'
import type { Database, DatabaseTransaction } from './database.js'
import { keepScreenings } from './screening-succession.sql.js'
import { toList } from './to-list.js'

export function createSqlImports(db: Database): ImportStore {
  return {
    saveImported: (lines) =>
      db.transaction().execute(async (transaction) => {
        const outcomes = new Map<ImportedLine, ImportOutcome>()
        // in the order of keys, and table by table: two imports never wait for one another in a circle
        for (const line of lines.toSorted(byKey(({ externalIndex }) => externalIndex))) {
          outcomes.set(line, await claimId(transaction, line))
        }
        const fresh = lines.filter((line) => outcomes.get(line) === 'accepted')
        for (const line of fresh.toSorted(byKey(toContentKey))) {
          outcomes.set(line, await insertRow(transaction, line))
        }
        const kept = fresh.filter((line) => outcomes.get(line) === 'accepted')
        await keepScreenings(
          transaction,
          kept.flatMap(({ screening }) => screening ?? []),
        )
        return lines.map((line) => outcomes.get(line) ?? 'duplicate')
      }),

    findImported: (subjects, limit) =>
      db
        .selectFrom('importedDeclarations')
        .select(importedColumns)
        .where('subject', 'in', toList(subjects))
        .orderBy('declaredAt', 'desc')
        .orderBy('importedId', 'desc')
        .limit(limit)
        .execute(),

    async isDeclaredHere(personId, fromMs, untilMs) {
      const found = await db
        .selectFrom('personLookup')
        .select('declarationId')
        .where('personId', '=', personId)
        .where('withdrawnAt', 'is', null)
        .where('declaredAt', '>=', fromMs)
        .where('declaredAt', '<=', untilMs)
        .limit(1)
        .executeTakeFirst()
      return found !== undefined
    },
  }
}

const toContentKey = ({ row }: ImportedLine) => `${row.subject} ${row.contentIndex}`

const byKey = (toKey: (line: ImportedLine) => string) => (a: ImportedLine, b: ImportedLine) =>
  toKey(a) < toKey(b) ? -1 : 1

async function claimId(
  transaction: DatabaseTransaction,
  { externalIndex, row: { contentIndex, receivedAt } }: ImportedLine,
): Promise<ImportOutcome> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('importLookup')
    .values({ externalIndex, contentIndex, receivedAt })
    .onConflict((conflict) => conflict.column('externalIndex').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return 'accepted'
  const { contentIndex: known } = await transaction
    .selectFrom('importLookup')
    .select('contentIndex')
    .where('externalIndex', '=', externalIndex)
    .executeTakeFirstOrThrow()
  return known === contentIndex ? 'duplicate' : 'reused'
}

async function insertRow(
  transaction: DatabaseTransaction,
  { row }: ImportedLine,
): Promise<ImportOutcome> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('importedDeclarations')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subject', 'contentIndex']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? 'accepted' : 'duplicate'
}
