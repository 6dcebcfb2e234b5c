import { KbytError } from '../errors.js'
import { decodeCbor } from './canonical-cbor.js'
import { isUint, isUint32 } from './field-guards.js'
import { isPlainText } from './plain-text.js'
import { directions, maxNameBytes, type VenueFacts, venueCodeForm } from './venue-facts.js'

const isWard = isUint(99_999)
const isDirection = isUint(directions.length - 1)

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && venueCodeForm.test(value)

const isName = (value: unknown): value is string =>
  isPlainText(value, maxNameBytes) && new TextEncoder().encode(value).length <= maxNameBytes

/**
 * Reads the payload of a venue: an array of five fixed positions.
 *
 * @throws {KbytError} `qr_malformed`: another encoding, another shape.
 */
export function decodeVenue(payload: Uint8Array): VenueFacts {
  const fields = decodeCbor(payload)
  if (!Array.isArray(fields) || fields.length !== 5) throw new KbytError('qr_malformed')
  const [venueCode, name, ward, revision, direction]: unknown[] = fields
  const isShaped = isCode(venueCode) && isName(name) && isWard(ward) && isUint32(revision)
  const way = isDirection(direction) ? directions[direction] : undefined
  if (!isShaped || !way) throw new KbytError('qr_malformed')
  return { venueCode, name, wardCode: String(ward).padStart(5, '0'), revision, direction: way }
}
