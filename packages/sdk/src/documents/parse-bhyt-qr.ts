import { KbytError } from '../errors.js'
import { type Gender, insuranceNumberSchema } from '../schema/person.js'
import { readAddress, readBirth, readDate, readGender, readName } from './card-fields.js'

/** What a health insurance card's QR fills in; a field that did not survive the reader is absent. */
export interface BhytCard {
  /** 15 characters, or the 10-digit social insurance number on newer cards. */
  readonly insuranceNumber: string
  readonly fullName: string | undefined
  readonly bornOn: string | undefined
  readonly gender: Gender | undefined
  readonly address: string | undefined
  /** Of a child: the parent on the card. */
  readonly parentName: string | undefined
  readonly validFrom: string | undefined
  /** Absent too where the card is open-ended. */
  readonly validUntil: string | undefined
}

const minParts = 13
const maxParts = 17

/** Texts on the card are hex of UTF-8; some issuers wrote them plainly. */
function readHex(part: string | undefined): string | undefined {
  if (part === undefined || !/^(?:[0-9a-f]{2})+$/i.test(part)) return part
  const bytes = part.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

/**
 * Reads the QR of a health insurance card. Its check string is not public and nothing says that the
 * card is still good: it fills a form, it proves nobody.
 *
 * @throws {KbytError} `document_malformed`: not the QR of an insurance card.
 * @example
 * import { parseBhytQr } from '@kbyt/sdk/documents'
 *
 * const fill = (scanned: string) => parseBhytQr(scanned).insuranceNumber
 */
export function parseBhytQr(text: string): BhytCard {
  const parts = text.trim().split('|', maxParts)
  const [number = '', fullName, bornOn, gender, address, , validFrom, validUntil] = parts
  const insuranceNumber = number.trim().toUpperCase()
  if (parts.length < minParts || !insuranceNumberSchema.safeParse(insuranceNumber).success)
    throw new KbytError('document_malformed', { message: 'Not the QR of an insurance card' })
  return {
    insuranceNumber,
    fullName: readName(readHex(fullName)),
    bornOn: readBirth(bornOn),
    gender: readGender(gender),
    address: readAddress(readHex(address)),
    parentName: readName(readHex(parts[10])),
    validFrom: readDate(validFrom),
    validUntil: readDate(validUntil),
  }
}
