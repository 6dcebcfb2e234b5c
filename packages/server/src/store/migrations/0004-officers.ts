import { type Kysely, sql } from 'kysely'

// No table is made anew: SQLite cannot drop a `not null`, so an account without a password holds ''.
const statements = [
  'alter table officers add column setup_hash text',
  'alter table officers add column setup_expires_at bigint',
  'alter table officers add column oidc_issuer text',
  'alter table officers add column oidc_subject text',
  'alter table officers add column venue_code text',
  'alter table officers add column session_epoch bigint',
  'update officers set session_epoch = 0',
  'create unique index officers_oidc on officers (oidc_issuer, oidc_subject)',
  'create index officers_setup_hash on officers (setup_hash)',
  'alter table officer_sessions add column epoch bigint',
  'alter table officer_sessions add column oidc_issuer text',
  'update officer_sessions set epoch = 0',
  'create index audit_newest on audit (at, chain, seq)',
  'create index audit_of_officer on audit (officer_id, at)',
]

/** Invitations, identities at an OpenID provider, the inspector's venue; the audit log by time. */
export async function extendOfficers(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
