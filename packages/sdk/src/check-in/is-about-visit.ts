import { errorStatus, type KbytError } from '../errors.js'

/**
 * Whether an error says that the visit itself will never be taken. The other ones are about the
 * connection (no network, a session that is over, a busy server): the visit waits.
 */
export function isAboutVisit({ code }: KbytError): boolean {
  const status = errorStatus[code]
  if (status === null || status >= 500 || code === 'origin_not_allowed') return false
  return status !== 401 && status !== 409 && status !== 429
}
