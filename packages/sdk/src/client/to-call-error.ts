import { isHTTPError, isNetworkError, isTimeoutError } from 'ky'
import { isKbytError, KbytError } from '../errors.js'
import { toAnswerError } from './to-answer-error.js'

/** Whatever broke a call, as the one error that leaves the SDK. */
export function toCallError(error: unknown): KbytError {
  if (isKbytError(error)) return error
  if (isHTTPError(error)) return toAnswerError(error)
  if (isTimeoutError(error)) return new KbytError('timed_out')
  // ky's own errors hold the request with its token: only the original goes on.
  const cause = isNetworkError(error) ? error.cause : error
  return new KbytError('offline', { message: 'offline: no answer came through', cause })
}
