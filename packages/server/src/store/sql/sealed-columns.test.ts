import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { createTestDatabase } from '../postgres.setup.js'
import { createSqlStore } from './create-sql-store.js'
import { sealedColumns } from './sealed-columns.js'

const database = await createTestDatabase()
await (await createSqlStore({ postgres: database.url })).close()
const client = new pg.Client({ connectionString: database.url })
await client.connect()
afterAll(async () => {
  await client.end()
  await database.close()
})

async function ask<Row extends object>(text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

it('names every column of sealed texts, or says why it need not be sealed anew', async () => {
  const found = await ask<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name like '%sealed%'
    order by 1, 2`)

  const named = Object.entries(sealedColumns).map(([table, way]) => ({
    table,
    column: typeof way === 'string' ? 'sealed' : way.column,
  }))

  expect(found).toEqual(named.sort((a, b) => (a.table < b.table ? -1 : 1)))
})

it('knows each row by its primary key, and its record by a column that is there', async () => {
  const columns = await ask<{ table: string; columns: string[] }>(`
    select table_name as table, array_agg(column_name::text) as columns
    from information_schema.columns where table_schema = 'public' group by 1`)
  const keys = await ask<{ table: string; columns: string[] }>(`
    select relname as table, array(
      select attname::text from pg_attribute
      where attrelid = indrelid and attnum = any (indkey) order by array_position(indkey, attnum)
    ) as columns
    from pg_index join pg_class on pg_class.oid = indrelid where indisprimary`)
  const find = (rows: typeof keys, table: string) =>
    rows.find((row) => row.table === table)?.columns

  for (const [table, way] of Object.entries(sealedColumns)) {
    if (typeof way === 'string') continue
    expect(find(keys, table)?.toSorted()).toEqual([...way.key].sort())
    expect(find(columns, table)).toContain(way.record ?? way.column)
  }
})
