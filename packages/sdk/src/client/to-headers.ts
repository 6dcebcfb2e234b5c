import { type Endpoint, takesJson } from '../schema/endpoint.js'
import { createIdempotencyKey } from './create-idempotency-key.js'

// A string of structured fields (RFC 9651) without anything to escape.
const keyCharacters = /^[\x21\x23-\x5b\x5d-\x7e]{1,255}$/

/**
 * The request's headers; no others, because each further one needs leave from CORS.
 *
 * @throws {TypeError} when the Idempotency-Key has blanks, quotes or letters outside ASCII.
 */
export function toHeaders(
  { isIdempotent, accepts }: Pick<Endpoint, 'isIdempotent' | 'accepts'>,
  token: string | undefined,
  idempotencyKey: string = createIdempotencyKey(),
): Record<string, string> {
  if (!keyCharacters.test(idempotencyKey)) {
    throw new TypeError('idempotencyKey must be visible ASCII without quotes')
  }
  return {
    // of JSON ky says so itself
    ...(!takesJson({ accepts }) && { 'content-type': accepts[0] ?? '' }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(isIdempotent && { 'idempotency-key': `"${idempotencyKey}"` }),
  }
}
