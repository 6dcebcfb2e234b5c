import { type Kysely, sql } from 'kysely'

/** When a message that no gateway took may be offered again; and those under way are found fast. */
export async function createSms(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table sms_outbox add column due_at bigint',
  `create index sms_outbox_sending on sms_outbox (expires_at) where state = 'sending'`,
]
