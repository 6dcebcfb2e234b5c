import { encode } from 'jose/base64url'
import { decodeBase64url } from './base64url.js'
import { type SignedKind, type SignedPayload, toProtectedHeader } from './jws.js'
import { isLowS } from './low-s.js'

export interface ParsedJws extends SignedPayload {
  readonly kid: string
}

/** Longer than any header of ours in base64url. */
const maxHeaderLength = 100
const kidInHeader = /"kid":"([0-9a-f]{8})"/

/**
 * Takes a compact JWS apart, in the one form that we write: the header is a fixed function of kind and
 * kid, so no other parameter, order or algorithm gets past here, and nothing of it is obeyed.
 *
 * @throws {TypeError} It has any other form.
 */
export function parseJws(jws: string, kind: SignedKind): ParsedJws {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.', 4)
  if (header.length > maxHeaderLength || payload === '' || more.length > 0)
    throw new TypeError('The text is no JWS of ours')
  const kid = kidInHeader.exec(new TextDecoder().decode(decodeBase64url(header)))?.[1] ?? ''
  if (header !== encode(JSON.stringify(toProtectedHeader(kind, kid))))
    throw new TypeError(`The JWS has another header than one of kbyt-${kind}`)
  const parsed = { kid, payload: decodeBase64url(payload), signature: decodeBase64url(signature) }
  if (!isLowS(parsed.signature)) throw new TypeError('The signature is not in its one form')
  return parsed
}
