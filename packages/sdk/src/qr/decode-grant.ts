import { encode } from 'jose/base64url'
import { KbytError } from '../errors.js'
import { decodeCbor } from './canonical-cbor.js'
import { isId, isUint, isUint32, isYear } from './field-guards.js'
import { type GrantFacts, maxGrantHours, pointLength } from './grant-facts.js'
import { toHex } from './hex.js'
import { epochMs } from './pass-facts.js'
import { isPlainText } from './plain-text.js'

const isHours = isUint(maxGrantHours)

const isPoint = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length === pointLength

/**
 * Reads a grant: an array of seven fixed positions.
 *
 * @throws {KbytError} `qr_malformed`: another encoding, another shape.
 */
export function decodeGrant(payload: Uint8Array): GrantFacts {
  const fields = decodeCbor(payload)
  if (!Array.isArray(fields) || fields.length !== 7) throw new KbytError('qr_malformed')
  const [id, statusIndex, notBefore, validHours, ...person]: unknown[] = fields
  const [displayName, birthYear, holderKey] = person
  const isTimed = isUint32(notBefore) && isHours(validHours) && validHours > 0
  const isPersonShaped = isPlainText(displayName, 100) && isYear(birthYear) && isPoint(holderKey)
  if (!isId(id) || !isUint32(statusIndex) || !isTimed || !isPersonShaped)
    throw new KbytError('qr_malformed')
  return {
    grantId: toHex(id),
    statusIndex,
    notBefore: epochMs + notBefore * 1_000,
    validHours,
    displayName,
    birthYear,
    holderKey: encode(holderKey),
  }
}
