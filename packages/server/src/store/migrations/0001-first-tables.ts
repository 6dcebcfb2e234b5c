import { type Kysely, sql } from 'kysely'

/** The same texts make the tables on SQLite and on PostgreSQL. */
export async function createFirstTables(db: Kysely<never>): Promise<void> {
  for (const statement of [...otp, ...declarations, ...status, ...officers, ...plumbing]) {
    await sql.raw(statement).execute(db)
  }
}

// bigint: milliseconds since 1970, or a count. Blind indexes, hashes and ids are texts.

const otp = [
  `create table otp_challenges (
    challenge_id text primary key,
    phone_index text not null,
    network_index text not null,
    purpose text not null,
    origin text,
    publishable_key text,
    sealed text not null,
    code_mac text not null,
    code_length integer not null,
    tries integer not null,
    sends integer not null,
    created_at bigint not null,
    expires_at bigint not null,
    resend_at bigint not null,
    used_at bigint
  )`,
  'create index otp_challenges_expires_at on otp_challenges (expires_at)',
  `create table sessions (
    token_hash text primary key,
    phone_index text not null,
    sealed text not null,
    publishable_key text,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  'create index sessions_expires_at on sessions (expires_at)',
]

const declarations = [
  `create table declarations (
    phone_index text not null,
    declaration_id text not null,
    kind text not null,
    channel text not null,
    declared_at bigint not null,
    withdrawn_at bigint,
    sealed text not null,
    primary key (phone_index, declaration_id)
  )`,
  'create index declarations_newest on declarations (phone_index, declared_at, declaration_id)',
  `create table people (
    phone_index text not null,
    declaration_id text not null,
    position integer not null,
    person_id text not null,
    pass_id text not null,
    status_index bigint not null,
    issued_at bigint not null,
    valid_until bigint not null,
    sealed text not null,
    primary key (phone_index, declaration_id, position),
    foreign key (phone_index, declaration_id) references declarations (phone_index, declaration_id)
  )`,
  `create table pass_lookup (
    pass_id text primary key,
    phone_index text not null,
    declaration_id text not null
  )`,
  `create table id_lookup (
    document_index text primary key,
    person_id text not null
  )`,
  `create table child_lookup (
    phone_index text not null,
    child_index text not null,
    person_id text not null,
    primary key (phone_index, child_index)
  )`,
  `create table person_lookup (
    person_id text not null,
    declaration_id text not null,
    phone_index text not null,
    kind text not null,
    declared_at bigint not null,
    withdrawn_at bigint,
    primary key (person_id, declaration_id)
  )`,
  'create index person_lookup_newest on person_lookup (person_id, kind, declared_at)',
]

const status = [
  'create table status_lists (list bigint primary key, node text not null unique)',
  `create table status_slots (
    list bigint not null,
    slot integer not null,
    pass_id text not null,
    valid_until bigint not null,
    primary key (list, slot)
  )`,
  'create index status_slots_valid_until on status_slots (valid_until)',
]

const officers = [
  `create table officers (
    officer_id text primary key,
    username text not null unique,
    display_name text not null,
    password_hash text not null,
    totp_sealed text,
    totp_counter bigint,
    role text not null,
    areas text not null,
    default_post text,
    default_reason text,
    created_at bigint not null,
    disabled_at bigint
  )`,
  `create table officer_sessions (
    token_hash text primary key,
    officer_id text not null references officers (officer_id),
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null
  )`,
  'create index officer_sessions_officer_id on officer_sessions (officer_id)',
  `create table audit (
    chain text not null,
    seq bigint not null,
    at bigint not null,
    officer_id text,
    action text not null,
    reason text,
    post text,
    subject_index text,
    outcome text not null,
    sealed text,
    previous_hash text not null,
    hash text not null,
    primary key (chain, seq)
  )`,
]

const plumbing = [
  `create table sms_outbox (
    message_id text primary key,
    challenge_id text,
    template text not null,
    sealed text not null,
    state text not null,
    created_at bigint not null,
    expires_at bigint not null,
    finished_at bigint
  )`,
  `create index sms_outbox_waiting on sms_outbox (created_at, message_id) where state = 'waiting'`,
  'create index sms_outbox_challenge_id on sms_outbox (challenge_id)',
  'create index sms_outbox_expires_at on sms_outbox (expires_at)',
  `create table rate_limits (
    limit_key text not null,
    window_ms bigint not null,
    count bigint not null,
    resets_at bigint not null,
    primary key (limit_key, window_ms)
  )`,
  'create index rate_limits_resets_at on rate_limits (resets_at)',
  `create table idempotency (
    principal text not null,
    key text not null,
    body_hash text not null,
    locked_until bigint not null,
    expires_at bigint not null,
    status integer,
    sealed text,
    primary key (principal, key)
  )`,
  'create index idempotency_expires_at on idempotency (expires_at)',
]
