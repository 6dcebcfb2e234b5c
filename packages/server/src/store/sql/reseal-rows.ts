import { sql } from 'kysely'
import type { Vault } from '../../vault.js'
import type { Database } from './database.js'
import { type SealedColumn, sealedColumns } from './sealed-columns.js'

/** What became of the rows that older keys had sealed. */
export interface Resealed {
  readonly resealed: number
  /** Rows that no key at hand opens: they are left as they are. */
  readonly unreadable: number
}

const pageSize = 200

type Row = Readonly<Record<string, string | number>>

/**
 * Seals anew, row by row, what another key than `newestKeyId` has sealed. A row that somebody changes
 * meanwhile is left to them: they seal with the newest key. Ended half-way, it goes on where it was.
 */
export async function resealRows(
  db: Database,
  vault: Vault,
  newestKeyId: string,
): Promise<Resealed> {
  let resealed = 0
  let unreadable = 0
  for (const [table, way] of Object.entries(sealedColumns)) {
    if (typeof way === 'string') continue
    let left = 0
    for (;;) {
      const rows = await findRows(db, { table, way, newestKeyId, skip: left })
      if (rows.length === 0) break
      for (const row of rows) {
        const isDone = await resealRow(db, vault, { table, way, row })
        if (isDone) resealed += 1
        else left += 1
      }
    }
    unreadable += left
  }
  return { resealed, unreadable }
}

interface Page {
  readonly table: string
  readonly way: SealedColumn
  readonly newestKeyId: string
  /** Rows that were looked at and left. */
  readonly skip: number
}

async function findRows(db: Database, { table, way, newestKeyId, skip }: Page): Promise<Row[]> {
  const { column, record, key } = way
  const names = new Set([...key, record ?? column, column])
  const columns = sql.join([...names].map((name) => sql.ref(name)))
  const order = sql.join(key.map((name) => sql.ref(name)))
  const { rows } = await sql<Row>`
    select ${columns} from ${sql.table(table)}
    where ${sql.ref(column)} <> '' and ${sql.ref(column)} not like ${`${newestKeyId}.%`}
    order by ${order} limit ${pageSize} offset ${skip}`.execute(db.withoutPlugins())
  return rows
}

async function resealRow(
  db: Database,
  vault: Vault,
  { table, way, row }: { table: string; way: SealedColumn; row: Row },
): Promise<boolean> {
  const { column, record, prefix = '', key } = way
  const recordId = `${prefix}${record === undefined ? '' : row[record]}`
  const old = String(row[column])
  const opened = await vault.open(recordId, old).then(
    (value) => ({ value }),
    () => undefined,
  )
  if (!opened) return false
  const conditions = key.map((name) => sql`${sql.ref(name)} = ${row[name]}`)
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${await vault.seal(recordId, opened.value)}
    where ${sql.join(conditions, sql` and `)} and ${sql.ref(column)} = ${old}
  `.execute(db.withoutPlugins())
  return true
}
