import { type Kysely, sql } from 'kysely'

/** Look-ups of the shift, for what their officers do next. */
export async function createInspections(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table inspections (
    inspection_id text primary key,
    officer_id text not null,
    post text not null,
    reason text not null,
    inspected_at bigint not null,
    expires_at bigint not null,
    sealed text not null
  )`,
  'create index inspections_expires_at on inspections (expires_at)',
]
