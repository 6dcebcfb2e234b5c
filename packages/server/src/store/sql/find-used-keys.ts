import { sql } from 'kysely'
import type { Database } from './database.js'
import { sealedColumns } from './sealed-columns.js'

/** Which of these encryption keys some row is still sealed with. */
export async function findUsedKeys(db: Database, keyIds: readonly string[]): Promise<string[]> {
  const used: string[] = []
  for (const keyId of keyIds) {
    if (await isUsed(db, keyId)) used.push(keyId)
  }
  return used
}

async function isUsed(db: Database, keyId: string): Promise<boolean> {
  for (const [table, way] of Object.entries(sealedColumns)) {
    const column = typeof way === 'string' ? 'sealed' : way.column
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${sql.ref(column)} like ${`${keyId}.%`} limit 1
    `.execute(db.withoutPlugins())
    if (rows.length > 0) return true
  }
  return false
}
