import { DatabaseSync } from 'node:sqlite'
import { pg } from './pg.mjs'

/** @typedef {import('./fill-people.mjs').Tables & { settle(): Promise<void> }} BulkTables */

/** Many rows at once, past the store. What was written settles before it is measured, not beside it. @param {string} databaseUrl @param {string} dataDir @returns {Promise<BulkTables>} */
export const openBulkTables = async (databaseUrl, dataDir) =>
  databaseUrl ? openPostgres(databaseUrl) : openSqlite(`${dataDir}/kbyt.sqlite`)

/** @param {string} connectionString @returns {Promise<BulkTables>} */
async function openPostgres(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('set synchronous_commit = off')
  return {
    findRow: async (table) => (await client.query(`select * from ${table} limit 1`)).rows[0],
    async insert(table, rows) {
      const text = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`
      await client.query(text, [JSON.stringify(rows)])
    },
    async settle() {
      await client.query('vacuum analyze')
      await client.query('checkpoint')
    },
  }
}

/** @param {string} path @returns {BulkTables} */
function openSqlite(path) {
  const database = new DatabaseSync(path, { timeout: 60_000 })
  database.exec('pragma synchronous = off; pragma cache_size = -1000000')
  return {
    findRow: async (table) => database.prepare(`select * from ${table} limit 1`).get(),
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {})
      const places = columns.map(() => '?').join(', ')
      const insert = database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${places})`,
      )
      database.exec('begin immediate')
      for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null))
      database.exec('commit')
    },
    async settle() {
      database.exec('analyze; pragma wal_checkpoint(truncate)')
    },
  }
}
