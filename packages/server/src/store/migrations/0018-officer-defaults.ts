import { type Kysely, sql } from 'kysely'

/** Which way people pass an officer's post, and what the desk opens with (dispatch 391, III). */
export async function extendOfficerDefaults(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table officers add column default_direction text',
  'alter table officers add column default_tab text',
]
