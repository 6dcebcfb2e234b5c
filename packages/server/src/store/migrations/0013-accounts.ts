import { type Kysely, sql } from 'kysely'

/** Accounts for *Mã QR của tôi*, and what their devices may draw. */
export async function createAccounts(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table accounts (
    phone_index text primary key,
    account_id text not null,
    person_id text not null,
    created_at bigint not null,
    verified_at bigint,
    sealed text not null
  )`,
  `create table grants (
    phone_index text not null,
    grant_id text not null,
    person_id text not null,
    device_hash text not null,
    status_index bigint not null,
    not_before bigint not null,
    valid_until bigint not null,
    sealed text not null,
    primary key (phone_index, grant_id)
  )`,
  'create index grants_valid_until on grants (valid_until)',
  `create table grant_lookup (
    grant_id text primary key,
    phone_index text not null,
    person_id text not null,
    valid_until bigint not null
  )`,
  'create index grant_lookup_valid_until on grant_lookup (valid_until)',
]
