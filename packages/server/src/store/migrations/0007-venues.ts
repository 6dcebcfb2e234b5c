import { type Kysely, sql } from 'kysely'

/** Venues with their staff and machines, visits with their look-up, declaration points. */
export async function createVenues(db: Kysely<never>): Promise<void> {
  for (const statement of [...venues, ...visits, ...points]) await sql.raw(statement).execute(db)
}

const venues = [
  `create table venues (
    venue_code text primary key,
    revision integer not null,
    check_out_after_ms bigint,
    created_at bigint not null,
    version integer not null,
    sealed text not null
  )`,
  `create table venue_staff (
    venue_code text not null,
    phone_index text not null,
    staff_id text not null,
    role text not null,
    added_at bigint not null,
    sealed text not null,
    primary key (venue_code, phone_index),
    foreign key (venue_code) references venues (venue_code)
  )`,
  `create table staff_lookup (
    phone_index text not null,
    venue_code text not null,
    role text not null,
    added_at bigint not null,
    primary key (phone_index, venue_code)
  )`,
  `create table venue_devices (
    venue_code text not null,
    device_id text not null,
    key_index text not null,
    created_at bigint not null,
    revoked_at bigint,
    sealed text not null,
    primary key (venue_code, device_id),
    foreign key (venue_code) references venues (venue_code)
  )`,
  'create unique index venue_devices_key_index on venue_devices (venue_code, key_index)',
]

const visits = [
  `create table visits (
    venue_code text not null,
    visit_id text not null,
    person_id text not null,
    phone_index text,
    direction text not null,
    scanned_by text not null,
    happened_at bigint not null,
    device_at bigint not null,
    clock_offset_ms bigint not null,
    is_clock_suspect integer not null,
    received_at bigint not null,
    recorded_by text not null,
    sealed text not null,
    primary key (venue_code, visit_id)
  )`,
  'create index visits_newest on visits (venue_code, happened_at, visit_id)',
  'create index visits_happened_at on visits (happened_at)',
  `create table visit_lookup (
    subject text not null,
    visit_id text not null,
    venue_code text not null,
    person_id text not null,
    direction text not null,
    happened_at bigint not null,
    is_clock_suspect integer not null,
    sealed text not null,
    primary key (subject, visit_id, venue_code)
  )`,
  'create index visit_lookup_newest on visit_lookup (subject, happened_at, visit_id)',
  'create index visit_lookup_happened_at on visit_lookup (happened_at)',
]

const points = [
  `create table declaration_points (
    point_code text primary key,
    ward_code text not null,
    district_code text,
    province_code text not null,
    created_by text not null,
    created_at bigint not null,
    closed_at bigint,
    sealed text not null
  )`,
]
