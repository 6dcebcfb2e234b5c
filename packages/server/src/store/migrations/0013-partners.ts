import { type Kysely, sql } from 'kysely'

/** Publishable keys with the origins they may be used from, so that every node knows the same. */
export async function createPartners(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table partners (
        publishable_key text primary key,
        name text not null,
        origins text not null,
        created_at bigint not null
      )`,
    )
    .execute(db)
}
