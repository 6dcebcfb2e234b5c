import { type Kysely, sql } from 'kysely'

/** The feed with its readers and what is on its way to them; declarations from the national systems. */
export async function createFeedAndImports(db: Kysely<never>): Promise<void> {
  for (const statement of [...feed, ...imports]) await sql.raw(statement).execute(db)
}

const feed = [
  // no sequence (BACKEND.md): places are given afterwards, to what is committed, from the one row of feed_head
  `create table feed_events (
    event_id text primary key,
    type text not null,
    at bigint not null,
    phone_index text not null,
    declaration_id text not null,
    person_id text not null,
    position bigint
  )`,
  'create index feed_events_position on feed_events (position)',
  'create index feed_events_unnumbered on feed_events (event_id) where position is null',
  'create index feed_events_at on feed_events (at)',
  'create table feed_head (id integer primary key, position bigint not null)',
  'insert into feed_head (id, position) values (1, 0)',
  `create table feed_subscribers (
    subscriber_id text primary key,
    key_hash text not null,
    created_at bigint not null,
    created_by text not null,
    disabled_at bigint,
    from_position bigint not null,
    planned_position bigint not null,
    sealed text not null
  )`,
  'create unique index feed_subscribers_key_hash on feed_subscribers (key_hash)',
  `create table feed_deliveries (
    subscriber_id text not null,
    event_id text not null,
    person_id text not null,
    position bigint not null,
    state text not null,
    attempts integer not null,
    due_at bigint not null,
    expires_at bigint not null,
    last_outcome text,
    finished_at bigint,
    primary key (subscriber_id, event_id)
  )`,
  'create index feed_deliveries_state on feed_deliveries (subscriber_id, state, position)',
  `create index feed_deliveries_open on feed_deliveries (subscriber_id, person_id, position)
    where state in ('waiting', 'sending')`,
  'create index feed_deliveries_finished_at on feed_deliveries (finished_at)',
]

const imports = [
  `create table imported_declarations (
    subject text not null,
    imported_id text not null,
    source text not null,
    content_index text not null,
    declared_at bigint not null,
    received_at bigint not null,
    sealed text not null,
    primary key (subject, imported_id)
  )`,
  'create unique index imported_content on imported_declarations (subject, content_index)',
  'create index imported_newest on imported_declarations (subject, declared_at)',
  'create index imported_received_at on imported_declarations (received_at)',
  `create table import_lookup (
    external_index text primary key,
    content_index text not null,
    received_at bigint not null
  )`,
  'create index import_lookup_received_at on import_lookup (received_at)',
]
