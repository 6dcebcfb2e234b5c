import { decodeBase64url } from './base64url.js'
import { encodeCbor } from './canonical-cbor.js'
import { decodeGrant } from './decode-grant.js'
import type { GrantFacts } from './grant-facts.js'
import { fromHex } from './hex.js'
import { epochMs } from './pass-facts.js'

/**
 * Writes a grant, and reads it as a verifier will: what no verifier takes is not signed.
 *
 * @throws {TypeError} A fact is out of its range.
 */
export function encodeGrant(facts: GrantFacts): Uint8Array<ArrayBuffer> {
  const payload = encodeCbor([
    fromHex(facts.grantId),
    facts.statusIndex,
    Math.floor((facts.notBefore - epochMs) / 1_000),
    facts.validHours,
    facts.displayName.normalize('NFC'),
    facts.birthYear,
    decodeBase64url(facts.holderKey),
  ])
  try {
    if (decodeGrant(payload).grantId === facts.grantId) return payload
  } catch (cause) {
    throw new TypeError('A fact of the grant is out of its range', { cause })
  }
  throw new TypeError('grantId must be 16 lower-case hex digits')
}
