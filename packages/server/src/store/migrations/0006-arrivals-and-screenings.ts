import { type Kysely, sql } from 'kysely'

/** What a declaration brings about for the ward and the health station, with what they did. */
export async function createArrivalsAndScreenings(db: Kysely<never>): Promise<void> {
  for (const statement of [...arrivals, ...screenings]) await sql.raw(statement).execute(db)
}

const arrivals = [
  `create table arrivals (
    area_code text not null,
    arrival_id text not null,
    person_id text not null,
    phone_index text not null,
    declaration_id text not null,
    hamlet_index text,
    declared_at bigint not null,
    departure_at bigint not null,
    arrival_at bigint not null,
    state text not null,
    passed_at bigint,
    replaced_at bigint,
    previous_area_code text,
    previous_arrival_id text,
    sealed text not null,
    primary key (area_code, arrival_id)
  )`,
  // A list is read off an index alone, and then the rows of one page: they are long. SQLite reads no
  // row only where the index holds `replaced_at` itself.
  `create index arrivals_of_area on arrivals (area_code, arrival_at, arrival_id, state, replaced_at)
    where replaced_at is null`,
  `create index arrivals_of_hamlet
    on arrivals (hamlet_index, arrival_at, arrival_id, state, area_code, replaced_at)
    where replaced_at is null`,
  // the province asks every shard
  `create index arrivals_of_all on arrivals (arrival_at, arrival_id, state, area_code, replaced_at)
    where replaced_at is null`,
  'create index arrivals_arrival_id on arrivals (arrival_id)',
  'create index arrivals_person_id on arrivals (person_id)',
  'create index arrivals_arrival_at on arrivals (arrival_at)',
  `create table arrival_lookup (
    person_id text primary key,
    area_code text not null,
    arrival_id text not null,
    arrival_at bigint not null
  )`,
  'create index arrival_lookup_arrival_at on arrival_lookup (arrival_at)',
  `create table arrival_events (
    area_code text not null,
    arrival_id text not null,
    event_id text not null,
    event text not null,
    at bigint not null,
    officer_id text not null,
    sealed text not null,
    primary key (area_code, arrival_id, event_id),
    foreign key (area_code, arrival_id) references arrivals (area_code, arrival_id)
      on delete cascade
  )`,
]

const screenings = [
  `create table screenings (
    area_code text not null,
    screening_id text not null,
    person_id text not null,
    phone_index text not null,
    declaration_id text not null,
    kind text not null,
    declared_at bigint not null,
    severity integer not null,
    state text not null,
    replaced_at bigint,
    sealed text not null,
    primary key (area_code, screening_id)
  )`,
  `create index screenings_of_area
    on screenings (area_code, severity, declared_at, screening_id, state, replaced_at)
    where replaced_at is null`,
  `create index screenings_of_all
    on screenings (severity, declared_at, screening_id, state, area_code, replaced_at)
    where replaced_at is null`,
  'create index screenings_declared_at on screenings (declared_at)',
  'create index screenings_screening_id on screenings (screening_id)',
  'create index screenings_person_id on screenings (person_id)',
  `create table screening_lookup (
    person_id text primary key,
    area_code text not null,
    screening_id text not null,
    declared_at bigint not null
  )`,
  'create index screening_lookup_declared_at on screening_lookup (declared_at)',
  `create table screening_events (
    area_code text not null,
    screening_id text not null,
    event_id text not null,
    event text not null,
    at bigint not null,
    officer_id text not null,
    sealed text not null,
    primary key (area_code, screening_id, event_id),
    foreign key (area_code, screening_id) references screenings (area_code, screening_id)
      on delete cascade
  )`,
]
