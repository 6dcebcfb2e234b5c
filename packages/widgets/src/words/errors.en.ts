import type { ErrorCode } from '@kbyt/sdk'

export const errors: Record<ErrorCode, string> = {
  input_invalid: 'Some answers are not right. Correct the marked ones and send again.',
  json_malformed: 'The request could not be read. Reload the page and try again.',
  header_invalid: 'The request could not be read. Reload the page and try again.',
  idempotency_key_missing: 'The request was incomplete. Reload the page and try again.',
  session_required: 'Verify your phone number to go on.',
  session_expired: 'Your session has ended. Verify your phone number again to go on.',
  key_unknown: 'This page or device has no valid key for the service. Please tell whoever runs it.',
  forbidden: 'Your account may not do this. Contact your administrator.',
  origin_not_allowed:
    'This page may not use the health declaration service. Tell whoever runs the page, or declare on the official portal.',
  not_found: 'That was not found. Reload the page.',
  method_not_allowed: 'The service does not take this request. Reload the page.',
  idempotency_in_progress:
    'Your last request is still being processed. Wait a few seconds and try again.',
  body_too_large:
    'That is too much to send at once. Shorten it or declare fewer people, then send again.',
  media_type_unsupported: 'The request could not be read. Reload the page and try again.',
  idempotency_key_reused: 'The answers have changed since you last sent them. Send again.',
  rate_limited: 'Too many requests. Try again in {wait}.',
  internal: 'Something went wrong on our side. Try again in a few minutes.',
  overloaded: 'The service is very busy. Try again in {wait}.',
  otp_rate_limited: 'This number has been sent many codes. Try again in {wait}.',
  otp_blocked:
    'This number cannot get a code for now: too many wrong codes were entered. Try again in {wait}.',
  otp_code_wrong: 'That code is not right. Tries left: {triesLeft}. Check your newest message.',
  otp_expired: 'The code has expired. Ask for a new one.',
  otp_tries_exhausted: 'Too many wrong codes. Ask for a new one.',
  otp_used: 'This code has been used already. Ask for a new one.',
  otp_resend_too_soon: 'Wait {wait}, then ask for the code again.',
  form_closed: 'This declaration is not being taken at the moment. Watch the notices on this page.',
  declaration_not_found: 'The declaration was not found. Look it up again.',
  webhook_forged: 'A message from the service could not be verified and was ignored.',
  webhook_stale: 'A message from the service came too late and was ignored.',
  import_forged: 'The file was not signed by a known system, or was changed. Have it sent again.',
  import_stale: 'The file was signed too long ago. Have it sent again.',
  account_exists: 'This phone number has an account already. Open that one.',
  account_not_found: 'This phone number has no account yet. Register first.',
  card_unreadable:
    'The card in the photo cannot be read. Take its QR code once more, or fill the fields in yourself.',
  ekyc_unavailable: 'This cannot be verified now. The account works; try again later.',
  paper_closed: 'This paper was entered or closed already. Look at the list again.',
  insurance_not_found:
    'No card was found with this year of birth. Check both, or fill the fields in yourself.',
  insurance_unavailable: 'The insurance card cannot be looked up now. Fill the fields in yourself.',
  policy_published: 'This policy is published and cannot be changed. Make a new draft.',
  policy_dry_run_needed: 'The draft has changed or its dry run is old. Run it again, then publish.',
  policy_version_taken: 'A published policy has this version name. Choose another one.',
  officer_login_failed: 'The user name, password or code is not right. Enter them again.',
  officer_totp_required: 'Enter the 6-digit code of your authenticator app to sign in.',
  officer_totp_setup_required:
    'This account must set up an authenticator app before it works. Ask your administrator.',
  officer_last_administrator:
    'This is the last administrator who can sign in. Grant the role to somebody else first.',
  oidc_refused: 'Single sign-on did not succeed. Sign in again from the beginning.',
  oidc_unavailable:
    'Single sign-on does not answer now. Try again in {wait}, or use your password.',
  inspection_placeholder:
    '000000000 stands for every child without papers. Look up by phone number or QR instead.',
  audit_unavailable:
    'The log cannot be written, so no look-up is possible. Try again in a few minutes.',
  arrival_elsewhere: 'Not registered to stay here.',
  export_too_large:
    'The list is too long to export at once. Narrow down the days, the area or the hamlet.',
  qr_malformed: 'The QR code is damaged or incomplete. Scan it again.',
  qr_foreign: 'This is not a health declaration QR. Scan the one issued after declaring.',
  qr_wrong_kind: 'This is another kind of QR. Scan the QR of the declaration.',
  qr_unknown_key:
    'The QR is from another issuer or its key is retired. Look up by document number.',
  qr_forged: 'The QR is forged or was altered. Ask for the ID document and look up by its number.',
  qr_not_yet_valid: 'The QR is not valid yet. Check the date and time of this device.',
  qr_expired: 'The QR has expired. A new declaration gives a new one.',
  qr_revoked: 'The declaration of this QR was withdrawn. A new declaration is needed.',
  qr_replayed: 'This QR has been used. Open it again on the phone and scan it once more.',
  trust_malformed: 'The checking data arrived damaged. The last good data stays in use.',
  trust_forged: 'The checking data is not from this portal and was refused.',
  trust_not_yet_valid: 'The checking data is dated ahead. Check the clock of this device.',
  trust_rolled_back: 'Older checking data was offered and refused.',
  trust_stale: 'The checking data is old. Connect to the network before you decide.',
  document_malformed: 'The document could not be read. Scan it again or type it in.',
  poster_revoked: 'This poster of the venue has been replaced. Scan the new one at the venue.',
  visit_expired: 'This visit is more than 14 days old and can no longer be sent.',
  storage_full:
    'This device has run out of space, so nothing was saved. Free some space and try again.',
  storage_unavailable:
    'This device does not allow saving, so nothing was saved. Leave private browsing and try again.',
  camera_unavailable:
    'The camera cannot be used. Choose a picture of the QR code or type the number.',
  offline:
    'There is no network connection. Your answers are kept; check the connection and try again.',
  timed_out: 'The server did not answer. Your answers are kept; try again.',
  unexpected_answer: 'The server gave an unexpected answer. Try again in a few minutes.',
}
