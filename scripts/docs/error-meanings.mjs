/**
 * What each code means and the way out, for developers; what people read stands in the widgets' words.
 * A code without a line here does not compile.
 *
 * @type {Readonly<Record<import('../../packages/sdk/src/errors.ts').ErrorCode, string>>}
 */
export const errorMeanings = {
  input_invalid: 'Some fields are wrong: `issues` names each with its path and code.',
  json_malformed:
    'The body is no JSON, not UTF-8, nested too deep, or has a key twice. Fix the sender.',
  header_invalid: 'A header (Authorization, Idempotency-Key) has the wrong form. Fix the sender.',
  idempotency_key_missing: 'This call needs an Idempotency-Key. The SDK always sends one.',
  session_required: 'Nobody is signed in. Prove the phone (`requestOtp`) or sign the officer in.',
  session_expired: 'The session is over. Prove the phone or sign in again; keep what was typed.',
  key_unknown:
    'The publishable key is not registered with this portal, or the device key was revoked.',
  forbidden: 'Signed in, but the role or area does not allow this.',
  origin_not_allowed: "The page's origin is not registered for the publishable key.",
  not_found: 'There is no such thing, or it is not yours to see.',
  method_not_allowed: 'The path exists, the method does not. `Allow` lists those that do.',
  idempotency_in_progress:
    'The first try with this key is still being worked on. Ask again in a second.',
  body_too_large: 'The body is longer than the endpoint takes.',
  media_type_unsupported: 'Send `application/json`, uncompressed.',
  idempotency_key_reused: 'This key has sent something else before. Take a new key for a new body.',
  rate_limited: 'Too many requests from this network or account. Wait for `retryAfterSeconds`.',
  internal: 'A fault of the server. Send again with the same Idempotency-Key.',
  overloaded: 'The server or its database is busy. Wait for `retryAfterSeconds`, then send again.',
  otp_rate_limited: 'Enough codes for this phone for now. Wait for `retryAfterSeconds`.',
  otp_blocked: 'Too many wrong codes today. Wait for `retryAfterSeconds`.',
  otp_code_wrong: 'The code is wrong; `triesLeft` are left on this challenge.',
  otp_expired: 'The code is older than five minutes. Begin again with `requestOtp`.',
  otp_tries_exhausted: 'Five wrong codes. Begin again with `requestOtp`.',
  otp_used: 'The challenge was answered before. Begin again with `requestOtp`.',
  otp_resend_too_soon: 'A new code is not due yet. Wait for `retryAfterSeconds`.',
  form_closed: 'The portal takes no declarations of this kind at this time.',
  declaration_not_found: 'No such declaration was sent from the proven phone.',
  paper_closed: 'The paper was entered or set aside before. Read the list again.',
  account_exists: 'The proven phone has an account. Get it with `getAccount`.',
  account_not_found: 'The proven phone has no account. Register with `createAccount`.',
  card_unreadable:
    'No QR of an ID card is in the photo, or it is no JPEG or PNG. Take it again, or type.',
  ekyc_unavailable:
    'This portal reads no card photos, or its provider does not answer. Go on without.',
  insurance_not_found: 'No card with this number and year of birth. Let the person type.',
  insurance_unavailable:
    'This portal asks no insurer, or the insurer does not answer. Let the person type.',
  policy_published: 'What was published is never changed. Save a new draft.',
  policy_dry_run_needed:
    'The draft changed since its dry run, or the run is over an hour old. Try it again.',
  policy_version_taken: 'A published policy has this version. Choose another.',
  officer_totp_required: 'The password is right; send it again with the code of the authenticator.',
  officer_totp_setup_required:
    'The role needs a code, and none is set up: `setUpTotp`, then `confirmTotp`.',
  officer_last_administrator: 'Nobody could administer any more. Grant somebody else first.',
  oidc_refused: 'The provider’s answer does not hold, or no account here belongs to it.',
  oidc_unavailable: 'The OpenID provider does not answer, or none is configured.',
  officer_login_failed: 'Name or password is wrong, or the account is disabled.',
  inspection_placeholder: 'Nine zeros stand for many children. Search by phone or QR.',
  audit_unavailable: 'The audit log cannot be written, so nothing is looked up. Try again shortly.',
  arrival_elsewhere:
    'Nobody with this code or number is registered to stay in the officer’s areas; where else, if anywhere, is not told.',
  export_too_large: 'More than 10,000 people match. Narrow the days, the area or the hamlet.',
  qr_malformed: 'The text is not a whole code of ours. Scan again.',
  qr_foreign: 'A code, but not one of this system.',
  qr_wrong_kind: 'A code of ours, of another kind than was asked for.',
  qr_unknown_key: 'Signed with a key that the verifier does not hold. Fetch the keys again.',
  qr_forged: 'The signature does not fit: the code was altered or made by somebody else.',
  qr_not_yet_valid: 'The pass begins later. Check the clock of the device.',
  qr_expired: 'The pass is over. Its owner declares again.',
  qr_revoked: 'The pass was withdrawn.',
  qr_replayed: 'The code was used before.',
  trust_malformed: 'The trust bundle is damaged or has another form. The one held stays in use.',
  trust_forged: 'The trust bundle is not signed by the pinned root key, or is of another issuer.',
  trust_not_yet_valid: 'The trust bundle is dated ahead. Check the clock of the device.',
  trust_rolled_back: 'The trust bundle is older than the one held, which stays in use.',
  trust_stale:
    'The trust bundle is too old to decide; `pass` holds what the code says. Go online, or ask an officer.',
  document_malformed: 'The text is no such number, code or zone. Scan it again, or have it typed.',
  webhook_forged:
    'The webhook is not signed with the secret of this subscription. Do not act on it.',
  webhook_stale:
    'The webhook was signed too long ago, or ahead: a replay, or a wrong clock. It is sent again.',
  import_forged:
    'The token is not signed by a key of this source, or not for this body. Sign exactly what is sent.',
  import_stale: 'The token was signed too long ago, or ahead. Check the clock and sign again.',
  poster_revoked: 'The scanned poster was revoked before the visit. Scan the newest one.',
  visit_expired: 'The visit is older than the fourteen days a server takes. Discard it.',
  storage_full:
    'The device has no room: nothing was saved. Free space, or send what waits, and save again.',
  storage_unavailable:
    'The device does not let this page store anything (private mode, closed file): nothing was saved.',
  camera_unavailable:
    'There is no picture from a camera; the state of the scanner says why. Offer a file or typing.',
  offline: 'No answer came through: no network, a redirect, or a page in the place of the API.',
  timed_out: 'No answer within `timeoutMs`. Send again with the same Idempotency-Key.',
  unexpected_answer: 'An answer this version does not know. Update the SDK.',
}
