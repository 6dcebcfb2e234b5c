import { type Kysely, sql } from 'kysely'

/** Photos of ID cards and faces, where a portal keeps them: as long as it says, and no longer. */
export async function createCardPhotos(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table card_photos (
    phone_index text primary key,
    photos_id text not null,
    taken_at bigint not null,
    kept_until bigint not null,
    sealed text not null
  )`,
  'create index card_photos_kept_until on card_photos (kept_until)',
]
