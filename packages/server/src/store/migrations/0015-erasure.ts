import { type Kysely, sql } from 'kysely'

/** What erasing asks for: by person and by phone, where so far only the day or the id led. */
export async function prepareErasure(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'create index otp_challenges_phone_index on otp_challenges (phone_index)',
  'create index sessions_phone_index on sessions (phone_index)',
  'create index accounts_person_id on accounts (person_id)',
  'create index arrivals_declaration_id on arrivals (declaration_id)',
  'create index screenings_declaration_id on screenings (declaration_id)',
  'create index people_valid_until on people (valid_until)',
  'create index feed_events_phone_index on feed_events (phone_index, declaration_id)',
]
