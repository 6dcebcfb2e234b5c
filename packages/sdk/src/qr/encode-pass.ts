import { encodeCbor } from './canonical-cbor.js'
import { decodePass } from './decode-pass.js'
import { encodeEntryFacts } from './entry-facts.js'
import { fromHex } from './hex.js'
import { epochMs, flagBits, kindNumbers, type PassFacts } from './pass-facts.js'

/**
 * Writes the payload of a pass, and reads it as a verifier will: what no verifier takes is not signed.
 *
 * @throws {TypeError} A fact is out of its range.
 */
export function encodePass(facts: PassFacts): Uint8Array<ArrayBuffer> {
  const payload = encodeCbor([
    fromHex(facts.passId),
    facts.statusIndex,
    Math.floor((facts.declaredAt - epochMs) / 1_000),
    facts.validDays,
    kindNumbers[facts.kind],
    facts.displayName.normalize('NFC'),
    facts.birthYear,
    facts.idEnding,
    (facts.isPrinted ? flagBits.isPrinted : 0) |
      (facts.shouldAskOfficer ? flagBits.shouldAskOfficer : 0),
    ...(facts.entry ? encodeEntryFacts(facts.entry) : []),
  ])
  try {
    if (decodePass(payload).passId === facts.passId) return payload
  } catch (cause) {
    throw new TypeError('A fact of the pass is out of its range', { cause })
  }
  throw new TypeError('passId must be 16 lower-case hex digits')
}
