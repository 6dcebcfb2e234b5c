import { type Kysely, sql } from 'kysely'

/**
 * How long a person is known by a document, and an account kept; declarations by the phone an officer
 * wrote down; venues that were given up.
 */
export async function limitPrivacy(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Sixty days: longer than whatever else of somebody is kept under a document. */
const knownMs = 60 * 86_400_000
const yearMs = 365 * 86_400_000

// a column that is added has no default (see distribution.test.ts): every row gets its value here, and later ones bring theirs
const statements = [
  'alter table id_lookup add column kept_until bigint',
  `update id_lookup set kept_until = ${knownMs} + coalesce((select max(valid_until) from people), 0)`,
  'create index id_lookup_kept_until on id_lookup (kept_until)',
  'alter table accounts add column kept_until bigint',
  `update accounts set kept_until = ${yearMs} + (select max(created_at) from accounts)`,
  'create index accounts_kept_until on accounts (kept_until)',
  `create table contact_lookup (
    contact_index text not null,
    declaration_id text not null,
    phone_index text not null,
    kept_until bigint not null,
    primary key (contact_index, declaration_id)
  )`,
  'create index contact_lookup_kept_until on contact_lookup (kept_until)',
  'create index contact_lookup_phone_index on contact_lookup (phone_index)',
  'alter table venues add column closed_at bigint',
  'create index venues_closed_at on venues (closed_at)',
  'create index venue_devices_revoked_at on venue_devices (revoked_at)',
]
