import { type TrustClaims, trustClaimsSchema } from '../schema/trust.js'

const maxDepth = 32

/** Whether a value of JSON is nested at most so deep. */
function isShallow(value: unknown, depth = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((each) => isShallow(each, depth - 1))
}

/**
 * Reads the claims of a bundle in the one form that `JSON.stringify` writes: a member twice, a number
 * too large, a byte order mark or a blank is another text.
 *
 * @throws {Error} It has another form, or another shape.
 */
export function parseTrustClaims(payload: Uint8Array): TrustClaims {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload)
  const value: unknown = JSON.parse(text)
  if (!isShallow(value)) throw new TypeError(`The claims are nested over ${maxDepth} deep`)
  if (JSON.stringify(value) !== text) throw new TypeError('The claims are not canonical JSON')
  // No member of ours has this name, and some code of a host might assign it.
  if (text.includes('"__proto__":')) throw new TypeError('The claims name a prototype')
  return trustClaimsSchema.parse(value)
}
