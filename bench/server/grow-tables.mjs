/** @typedef {{ all(text: string): Promise<Record<string, unknown>[]>, isSqlite: boolean }} Tables */

/** Of these every column that is a key, and the same key in all of them, is copied under a new name. */
const tables = ['declarations', 'people', 'pass_lookup', 'id_lookup', 'person_lookup']
const keys = ['phone_index', 'declaration_id', 'person_id', 'pass_id', 'document_index']

/**
 * Copies the people that are there `copies` times, inside the database: as many rows, as deep indexes,
 * and look-ups that hold, without filing each through the API.
 *
 * @param {Tables} database
 * @param {number} copies
 */
export async function growTables({ all, isSqlite }, copies) {
  const series = isSqlite
    ? `(with recursive n(g) as (select 1 union all select g + 1 from n where g < ${copies}) select g from n)`
    : `(select g from generate_series(1, ${copies}) as g)`
  for (const table of tables) {
    const [row = {}] = await all(`select * from ${table} limit 1`)
    const columns = Object.keys(row)
    // turned round, so that copies do not lie beside each other in an index
    const turn = (/** @type {string} */ column) =>
      `substr(t.${column}, 1 + s.g % 13) || substr(t.${column}, 1, s.g % 13) || s.g`
    const chosen = columns.map((column) => (keys.includes(column) ? turn(column) : `t.${column}`))
    const into = `insert into ${table} (${columns.join(', ')})`
    await all(
      `${into} select ${chosen.join(', ')} from ${table} t cross join ${series} s where true`,
    )
  }
  await all('analyze')
}
