import { type Kysely, sql } from 'kysely'

/** Quarantine policies, the versions published ones have taken, and the dry runs that were seen. */
export async function createPolicies(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table policies (
    policy_id text primary key,
    version text not null,
    state text not null,
    content text not null,
    saved_at bigint not null,
    saved_by text not null,
    published_at bigint,
    published_by text,
    valid_from bigint,
    valid_to bigint
  )`,
  'create index policies_published_at on policies (published_at)',
  'create table policy_versions (version text primary key, policy_id text not null)',
  `create table policy_dry_runs (
    dry_run_id text primary key,
    policy_id text not null,
    content_hash text not null,
    ran_at bigint not null,
    expires_at bigint not null
  )`,
  'create index policy_dry_runs_expires_at on policy_dry_runs (expires_at)',
]
