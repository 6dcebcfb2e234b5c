import { toErrorCode } from '../../to-error-code.js'
import { SmsFailure } from '../sms-failure.js'

/** What Node's `fetch` names as the cause when it found nobody to send anything to. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  // TLS that was not agreed on: the request is written after it
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** What is known when `fetch` rejects: only where no connection came about it is certain that nothing was sent. */
export function toFetchFailure(error: unknown): SmsFailure {
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError')
    return new SmsFailure('unknown', 'timed_out')
  const code = toErrorCode(error instanceof Error && error.cause, 'connection_lost')
  const kind = neverConnected.has(code) ? 'unsent' : 'unknown'
  return new SmsFailure(kind, code, { cause: error })
}
