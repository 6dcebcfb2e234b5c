import { KbytError } from '../errors.js'
import { type Gender, insuranceNumberSchema } from '../schema/person.js'
import { readAddress, readBirth, readDate, readGender, readName } from './card-fields.js'
import { readHex } from './read-hex.js'
import { toCardParts } from './to-card-parts.js'

/** What a health insurance card's QR fills in; a field that did not survive the reader is absent. */
export interface BhytCard {
  /** 15 characters, or the 10-digit social insurance number on newer cards. */
  readonly insuranceNumber: string
  readonly fullName: string | undefined
  /** `YYYY-MM-DD`, or the year alone. */
  readonly bornOn: string | undefined
  readonly gender: Gender | undefined
  readonly address: string | undefined
  /** Of a child: the parent on the card. */
  readonly parentName: string | undefined
  /** `YYYY-MM-DD`. */
  readonly validFrom: string | undefined
  /** `YYYY-MM-DD`; absent too where the card is open-ended. */
  readonly validUntil: string | undefined
}

// Cards have 13, 15 or 17 parts; the first 13 agree.
const minParts = 13
const maxParts = 17

/**
 * Reads the QR of a health insurance card. Its check string is not public and nothing says that the
 * card is still good: it fills a form, it proves nobody.
 *
 * @throws {KbytError} `document_malformed`: not the QR of an insurance card. Have the number typed.
 * @example
 * import { parseBhytQr } from '@kbyt/sdk/documents'
 *
 * const fill = (scanned: string) => parseBhytQr(scanned).insuranceNumber
 */
export function parseBhytQr(text: string): BhytCard {
  const parts = toCardParts(text, maxParts)
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
