import { pg } from './pg.mjs'

/** @param {string} connectionString @param {string} table */
export async function countRows(connectionString, table) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(`select count(*) as count from ${table}`)
  await client.end()
  return Number(rows[0].count)
}
