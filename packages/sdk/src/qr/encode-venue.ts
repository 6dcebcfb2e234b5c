import { encodeCbor } from './canonical-cbor.js'
import { decodeVenue } from './decode-venue.js'
import { directions, type VenueFacts } from './venue-facts.js'

/**
 * Writes the payload of a venue, and reads it as a verifier will: what no verifier takes is not signed.
 *
 * @throws {TypeError} A fact is out of its range.
 */
export function encodeVenue(facts: VenueFacts): Uint8Array<ArrayBuffer> {
  const payload = encodeCbor([
    facts.venueCode,
    facts.name.normalize('NFC'),
    Number(facts.wardCode),
    facts.revision,
    directions.indexOf(facts.direction),
  ])
  try {
    if (decodeVenue(payload).wardCode === facts.wardCode) return payload
  } catch (cause) {
    throw new TypeError('A fact of the venue is out of its range', { cause })
  }
  throw new TypeError('wardCode must be 5 digits')
}
