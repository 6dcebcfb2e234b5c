import { type Kysely, sql } from 'kysely'

/** One row per ward: its list is read whole and replaced whole. */
export async function createHamlets(db: Kysely<never>): Promise<void> {
  await sql
    .raw(`create table hamlet_lists (
      ward_code text not null,
      places_version text not null,
      hamlets text not null,
      changed_at bigint not null,
      changed_by text not null,
      primary key (ward_code, places_version)
    )`)
    .execute(db)
}
