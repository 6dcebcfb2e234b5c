/**
 * The column each table is cut by when the data grows past one machine (BACKEND.md, "Growing past
 * one machine"). It is in every primary key and unique index, and is never updated. `null`: the
 * table is small, or a queue, and stays whole on one machine.
 */
export const distributionKeys = {
  otp_challenges: 'challenge_id',
  sessions: 'token_hash',
  declarations: 'phone_index',
  people: 'phone_index',
  child_lookup: 'phone_index',
  pass_lookup: 'pass_id',
  id_lookup: 'document_index',
  person_lookup: 'person_id',
  status_lists: null,
  status_slots: 'list',
  status_changes: 'list',
  officers: null,
  officer_sessions: null,
  audit: 'chain',
  sms_outbox: null,
  rate_limits: 'limit_key',
  idempotency: 'principal',
  key_check: null,
  venues: 'venue_code',
  venue_staff: 'venue_code',
  venue_devices: 'venue_code',
  staff_lookup: 'phone_index',
  visits: 'venue_code',
  visit_lookup: 'subject',
  declaration_points: null,
  trust_bundles: null,
} as const satisfies Record<string, string | null>
  policies: null,
  policy_versions: null,
  policy_dry_runs: null,
