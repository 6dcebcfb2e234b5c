import { type Kysely, sql } from 'kysely'

/** One row: what proves that the keys at hand are those of the other rows. */
export async function createKeyCheck(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table key_check (
        position integer primary key,
        blind_index text not null,
        sealed text not null
      )`,
    )
    .execute(db)
}
