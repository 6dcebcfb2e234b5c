import pg from 'pg'
import { createSqlStore } from './create-sql-store.js'
import { distributionKeys } from './distribution.js'

/**
 * Has a test database refuse every update that changes a distribution key: on several machines the row
 * would have to move (BACKEND.md, rule 7).
 */
export async function guardDistributionKeys(url: string): Promise<void> {
  await (await createSqlStore({ postgres: url })).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    create function refuse_new_key() returns trigger language plpgsql as
    $$ begin raise exception 'the distribution key of % changed', tg_table_name; end $$`)
  for (const [table, key] of Object.entries(distributionKeys)) {
    if (key === null) continue
    await client.query(`
      create trigger key_stays before update on ${table} for each row
      when (old.${key} is distinct from new.${key}) execute function refuse_new_key()`)
  }
  await client.end()
}
