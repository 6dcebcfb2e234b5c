/** How the record id of a sealed text is made of its row: what it was authenticated with. */
export interface SealedColumn {
  readonly column: string
  /** The column that names the record; the prefix is the whole name where there is none. */
  readonly record?: string
  /** What stands before that name. */
  readonly prefix?: string
  /** The row's primary key. */
  readonly key: readonly string[]
}

/**
 * Each column with sealed texts that outlive a rotation of the encryption key, by table. `expires`: the
 * purge deletes them within days, so the old key is kept as long. `chained`: the audit log's rows are
 * never changed, so their keys are kept for as long as the rows are.
 */
export const sealedColumns: Readonly<Record<string, SealedColumn | 'expires' | 'chained'>> = {
  otp_challenges: 'expires',
  sessions: 'expires',
  idempotency: 'expires',
  sms_outbox: 'expires',
  inspections: 'expires',
  card_photos: 'expires',
  audit: 'chained',
  key_check: { column: 'sealed', prefix: 'key-check', key: ['position'] },
  declarations: {
    column: 'sealed',
    record: 'declaration_id',
    key: ['phone_index', 'declaration_id'],
  },
  people: {
    column: 'sealed',
    record: 'pass_id',
    key: ['phone_index', 'declaration_id', 'position'],
  },
  officers: {
    column: 'totp_sealed',
    record: 'officer_id',
    prefix: 'officer totp ',
    key: ['officer_id'],
  },
  arrivals: { column: 'sealed', record: 'arrival_id', key: ['area_code', 'arrival_id'] },
  arrival_events: {
    column: 'sealed',
    record: 'event_id',
    key: ['area_code', 'arrival_id', 'event_id'],
  },
  screenings: { column: 'sealed', record: 'screening_id', key: ['area_code', 'screening_id'] },
  screening_events: {
    column: 'sealed',
    record: 'event_id',
    key: ['area_code', 'screening_id', 'event_id'],
  },
  venues: { column: 'sealed', record: 'venue_code', prefix: 'venue ', key: ['venue_code'] },
  venue_staff: { column: 'sealed', record: 'staff_id', key: ['venue_code', 'phone_index'] },
  venue_devices: { column: 'sealed', record: 'device_id', key: ['venue_code', 'device_id'] },
  visits: { column: 'sealed', record: 'visit_id', key: ['venue_code', 'visit_id'] },
  visit_lookup: {
    column: 'sealed',
    record: 'visit_id',
    key: ['subject', 'visit_id', 'venue_code'],
  },
  declaration_points: {
    column: 'sealed',
    record: 'point_code',
    prefix: 'point ',
    key: ['point_code'],
  },
  papers: { column: 'sealed', record: 'paper_id', key: ['paper_id'] },
  accounts: { column: 'sealed', record: 'account_id', key: ['phone_index'] },
  grants: { column: 'sealed', record: 'grant_id', key: ['phone_index', 'grant_id'] },
  feed_subscribers: { column: 'sealed', record: 'subscriber_id', key: ['subscriber_id'] },
  imported_declarations: {
    column: 'sealed',
    record: 'imported_id',
    key: ['subject', 'imported_id'],
  },
}
