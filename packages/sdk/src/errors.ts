/**
 * Every error code of KBYT with its HTTP status; `null` marks the codes that never cross the wire.
 *
 * A code is stable: it is never renamed or given a second meaning. Sentences for people live in
 * `@kbyt/widgets` as a `Record<ErrorCode, string>`, so a code without Vietnamese does not compile.
 */
export const errorStatus = {
  // any endpoint
  input_invalid: 400,
  json_malformed: 400,
  header_invalid: 400,
  idempotency_key_missing: 400,
  session_required: 401,
  session_expired: 401,
  key_unknown: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  idempotency_in_progress: 409,
  body_too_large: 413,
  media_type_unsupported: 415,
  idempotency_key_reused: 422,
  rate_limited: 429,
  internal: 500,
  overloaded: 503,
  // otp
  otp_rate_limited: 429,
  otp_blocked: 429,
  otp_code_wrong: 422,
  otp_expired: 410,
  otp_tries_exhausted: 410,
  otp_used: 410,
  otp_resend_too_soon: 429,
  // declaration
  form_closed: 403,
  declaration_not_found: 404,
  paper_closed: 409,
  // account
  account_exists: 409,
  account_not_found: 404,
  card_unreadable: 422,
  ekyc_unavailable: 503,
  // insurance
  insurance_not_found: 404,
  insurance_unavailable: 503,
  // policy
  policy_published: 409,
  policy_dry_run_needed: 409,
  policy_version_taken: 409,
  // officer and inspection
  officer_login_failed: 401,
  officer_totp_required: 401,
  officer_totp_setup_required: 403,
  officer_last_administrator: 409,
  oidc_refused: 401,
  oidc_unavailable: 503,
  inspection_placeholder: 422,
  audit_unavailable: 503,
  // arrivals
  arrival_elsewhere: 404,
  export_too_large: 422,
  // qr
  qr_malformed: 422,
  qr_foreign: 422,
  qr_wrong_kind: 422,
  qr_unknown_key: 422,
  qr_forged: 422,
  qr_not_yet_valid: 422,
  qr_expired: 422,
  qr_revoked: 422,
  qr_replayed: 422,
  // trust
  trust_malformed: null,
  trust_forged: null,
  trust_not_yet_valid: null,
  trust_rolled_back: null,
  trust_stale: null,
  // documents
  document_malformed: null,
  // feed
  webhook_forged: null,
  webhook_stale: null,
  import_forged: 401,
  import_stale: 401,
  // check-in
  visit_expired: 422,
  poster_revoked: 410,
  storage_full: null,
  storage_unavailable: null,
  // scanner
  camera_unavailable: null,
  // client
  offline: null,
  timed_out: null,
  unexpected_answer: null,
} as const

/** What went wrong, as a stable code. */
export type ErrorCode = keyof typeof errorStatus

/** What is wrong with one field of the input; `path` is dotted, as in `people.0.person.fullName`. */
export interface InputIssue {
  readonly path: string
  readonly code: string
}

/**
 * What a code says whose signature and dates hold, where nothing newer could be asked. At run time it
 * is all that the verification would have returned.
 */
export interface UndecidedPass {
  readonly displayName: string
  readonly birthYear: number
  readonly validUntil: string
}

/** What an error says beside its code. */
export interface KbytErrorOptions {
  /** For developers, in English, without personal data. Defaults to the code. */
  readonly message?: string
  readonly cause?: unknown
  /** Whole seconds to wait before asking again. */
  readonly retryAfterSeconds?: number | undefined
  readonly issues?: readonly InputIssue[] | undefined
  /** Tries left on the challenge (`otp_code_wrong`). */
  readonly triesLeft?: number | undefined
  /** The checked facts (`trust_stale`), to show under "ask an officer". */
  readonly pass?: UndecidedPass | undefined
}

const brand = Symbol.for('kbyt.error')

/** The only error KBYT throws on purpose; tell cases apart by `code`, never by `message`. */
export class KbytError extends Error {
  readonly code: ErrorCode
  readonly retryAfterSeconds: number | undefined
  readonly issues: readonly InputIssue[]
  readonly triesLeft: number | undefined
  readonly pass: UndecidedPass | undefined

  constructor(code: ErrorCode, options: KbytErrorOptions = {}) {
    super(options.message ?? code, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'KbytError'
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
    this.issues = options.issues ?? []
    this.triesLeft = options.triesLeft
    this.pass = options.pass
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a caught value is a {@link KbytError}; works across two copies of the SDK on one page.
 *
 * @example
 * try {
 *   await requestOtp(client, { phone: '0905123456' })
 * } catch (error) {
 *   if (isKbytError(error) && error.code === 'otp_rate_limited') show(error.retryAfterSeconds)
 * }
 */
export function isKbytError(value: unknown): value is KbytError {
  return typeof value === 'object' && value !== null && Reflect.get(value, brand) === true
}

/**
 * Whether a text is one of our codes: a newer server may send one this version does not know.
 *
 * @example
 * isErrorCode('otp_expired') // true
 */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(errorStatus, text)
}
