import { type Kysely, sql } from 'kysely'

/** The codes that are not valid although in date, and the newest bundle that says so. */
export async function createTrust(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table status_changes (
    list bigint not null,
    slot integer not null,
    status text not null,
    valid_until bigint not null,
    primary key (list, slot)
  )`,
  'create index status_changes_valid_until on status_changes (valid_until)',
  `create table trust_bundles (
    position integer primary key,
    counter bigint not null,
    issued_at bigint not null,
    jws text not null
  )`,
]
