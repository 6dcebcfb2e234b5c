import type { ImportedLine, ImportOutcome, ImportStore } from '../store.js'
import { importedColumns } from './columns.js'
import type { Database, DatabaseTransaction } from './database.js'
import { padList } from './pad-list.js'
import { keepScreenings } from './screening-succession.sql.js'
import { toList } from './to-list.js'

export function createSqlImports(db: Database): ImportStore {
  return {
    saveImported: (lines) =>
      db.transaction().execute(async (transaction) => {
        // in the order of keys, and table by table: two imports never wait for one another in a circle
        const claimed = await claimIds(transaction, lines.toSorted(byKey(toExternalIndex)))
        const fresh = lines.filter((line) => claimed.get(line) === 'accepted')
        const inserted = await insertRows(transaction, fresh.toSorted(byKey(toContentKey)))
        const isKept = (line: ImportedLine) => inserted.has(line.row.importedId)
        const screenings = fresh.filter(isKept).flatMap(({ screening }) => screening ?? [])
        await keepScreenings(transaction, screenings)
        return lines.map((line) => {
          const outcome = claimed.get(line) ?? 'duplicate'
          return outcome === 'accepted' && !isKept(line) ? 'duplicate' : outcome
        })
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

const toExternalIndex = ({ externalIndex }: ImportedLine) => externalIndex
const toContentKey = ({ row }: ImportedLine) => `${row.subject} ${row.contentIndex}`

const byKey = (toKey: (line: ImportedLine) => string) => (a: ImportedLine, b: ImportedLine) =>
  toKey(a) < toKey(b) ? -1 : 1

/**
 * Of several lines with one id the first has it; the others are judged by what is kept. What pads the list
 * of rows is there already when its turn comes.
 */
async function claimIds(
  transaction: DatabaseTransaction,
  lines: readonly ImportedLine[],
): Promise<Map<ImportedLine, ImportOutcome>> {
  if (lines.length === 0) return new Map()
  const rows = lines.map(({ externalIndex, row: { contentIndex, receivedAt } }) => ({
    externalIndex,
    contentIndex,
    receivedAt,
  }))
  const claimed = await transaction
    .insertInto('importLookup')
    .values(padList(rows))
    .onConflict((conflict) => conflict.column('externalIndex').doNothing())
    .returning('externalIndex')
    .execute()
  const free = new Set(claimed.map(({ externalIndex }) => externalIndex))
  const accepted = lines.filter(({ externalIndex }) => free.delete(externalIndex))
  const others = lines.filter((line) => !accepted.includes(line))
  const known = await findContents(transaction, others.map(toExternalIndex))
  const contents = new Map(known.map((each) => [each.externalIndex, each.contentIndex]))
  return new Map([
    ...accepted.map((line) => [line, 'accepted'] as const),
    ...others.map((line) => {
      const isSame = contents.get(line.externalIndex) === line.row.contentIndex
      return [line, isSame ? 'duplicate' : 'reused'] as const
    }),
  ])
}

async function findContents(transaction: DatabaseTransaction, externalIndexes: readonly string[]) {
  if (externalIndexes.length === 0) return []
  return transaction
    .selectFrom('importLookup')
    .select(['externalIndex', 'contentIndex'])
    .where('externalIndex', 'in', padList(externalIndexes))
    .execute()
}

/** The ids of those that say something new. */
async function insertRows(
  transaction: DatabaseTransaction,
  lines: readonly ImportedLine[],
): Promise<Set<string>> {
  if (lines.length === 0) return new Set()
  const inserted = await transaction
    .insertInto('importedDeclarations')
    .values(padList(lines.map(({ row }) => row)))
    .onConflict((conflict) => conflict.columns(['subject', 'contentIndex']).doNothing())
    .returning('importedId')
    .execute()
  return new Set(inserted.map(({ importedId }) => importedId))
}
