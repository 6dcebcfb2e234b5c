import { KbytError } from '../errors.js'
import { decodeCbor } from './canonical-cbor.js'
import { decodeEntryFacts } from './entry-facts.js'
import { isId, isUint, isUint32, isYear } from './field-guards.js'
import { toHex } from './hex.js'
import { epochMs, flagBits, kindNumbers, type PassFacts } from './pass-facts.js'
import { isPlainText } from './plain-text.js'

const isByte = isUint(255)
const isFlags = isUint(flagBits.isPrinted | flagBits.shouldAskOfficer)

const isIdEnding = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9A-Z]{1,3}$/.test(value)

/**
 * Reads the payload of a pass: an array of fixed positions, nine for a domestic pass, twelve for an
 * entry pass.
 *
 * @throws {KbytError} `qr_malformed`: another encoding, another shape.
 */
export function decodePass(payload: Uint8Array): PassFacts {
  const fields = decodeCbor(payload)
  if (!Array.isArray(fields)) throw new KbytError('qr_malformed')
  const [id, statusIndex, declaredAt, validDays, ...more]: unknown[] = fields
  const [kind, displayName, birthYear, idEnding, flags, ...entry] = more
  const isShaped =
    isId(id) && isUint32(statusIndex) && isUint32(declaredAt) && isByte(validDays) && validDays > 0
  const isPersonShaped =
    isPlainText(displayName, 100) && isYear(birthYear) && isIdEnding(idEnding) && isFlags(flags)
  if (!isShaped || !isPersonShaped) throw new KbytError('qr_malformed')
  return {
    passId: toHex(id),
    statusIndex,
    declaredAt: epochMs + declaredAt * 1_000,
    validDays,
    ...decodeKind(kind, entry),
    displayName,
    birthYear,
    idEnding,
    isPrinted: (flags & flagBits.isPrinted) !== 0,
    shouldAskOfficer: (flags & flagBits.shouldAskOfficer) !== 0,
  }
}

function decodeKind(kind: unknown, entry: unknown[]): Pick<PassFacts, 'kind' | 'entry'> {
  if (kind === kindNumbers.domestic && entry.length === 0) return { kind: 'domestic' }
  if (kind === kindNumbers.entry) return { kind: 'entry', entry: decodeEntryFacts(entry) }
  throw new KbytError('qr_malformed')
}
