import { type ParseResult, parse } from 'mrz'
import { KbytError } from '../errors.js'
import { type IdentityDocument, identityDocumentSchema } from '../schema/identity-document.js'
import type { Gender } from '../schema/person.js'
import { readName } from './card-fields.js'
import { readCccdNumber } from './read-cccd-number.js'
import { readMrzBirth, readMrzEnd } from './read-mrz-dates.js'
import { toMrzLines } from './to-mrz-lines.js'

/** What the machine-readable zone of an ID card or a passport fills in. */
export interface MrzCard {
  readonly identityDocument: IdentityDocument
  /** Capital letters without marks, family name first; absent where the reader saw digits in it. */
  readonly latinName: string | undefined
  /** `YYYY-MM-DD`. */
  readonly bornOn: string
  /** Absent where the card leaves it open. */
  readonly gender: Gender | undefined
  /** ICAO 9303 code of three letters, as `VNM`. */
  readonly nationality: string
  /** `YYYY-MM-DD`; absent where the card does not expire. */
  readonly validUntil: string | undefined
}

/** How {@link parseMrz} reads. */
export interface ParseMrzOptions {
  /** Milliseconds since 1970: nobody is born after it. @defaultValue Date.now() */
  readonly now?: number
}

const genders: ReadonlyMap<unknown, Gender> = new Map([
  ['male', 'male'],
  ['female', 'female'],
])

/**
 * Reads the machine-readable zone of a Vietnamese ID card (three lines of 30) or of a passport of any
 * country (two lines of 44). A letter where only a digit can stand is read as that digit; every check
 * digit must then fit. It fills a form, it proves nobody.
 *
 * @throws {KbytError} `document_malformed`: no such zone, or misread. Take the picture again.
 * @example
 * import { parseMrz } from '@kbyt/sdk/documents/mrz'
 *
 * const fill = (zone: string) => parseMrz(zone).identityDocument.number
 */
export function parseMrz(text: string, { now = Date.now() }: ParseMrzOptions = {}): MrzCard {
  const lines = toMrzLines(text)
  const result = lines.length === 0 ? undefined : parse(lines, { autocorrect: true })
  const identityDocument = result?.valid ? readDocument(result) : undefined
  const bornOn = identityDocument && readBirth(identityDocument, result?.fields.birthDate, now)
  if (!result || !identityDocument || !bornOn)
    throw new KbytError('document_malformed', { message: 'Not an MRZ, or misread' })
  const { sex, nationality, expirationDate } = result.fields
  return {
    identityDocument,
    latinName: readLatinName(result),
    bornOn,
    gender: genders.get(sex),
    nationality: nationality ?? '',
    validUntil: readMrzEnd(expirationDate ?? ''),
  }
}

/** An ID card has its 12 digits in the optional field, and their last nine as its number. */
function readDocument({ format, fields }: ParseResult): IdentityDocument | undefined {
  const { documentNumber, issuingState, optional1 } = fields
  const isIdCard = format === 'TD1' && issuingState === 'VNM'
  const number = isIdCard ? optional1?.slice(0, 12) : documentNumber
  if (isIdCard && number?.slice(3) !== documentNumber) return undefined
  if (!isIdCard && format !== 'TD3') return undefined
  const type = isIdCard ? 'cccd' : 'passport'
  return identityDocumentSchema.safeParse({ type, number }).data
}

function readBirth(document: IdentityDocument, birthDate: string | null | undefined, now: number) {
  const year = document.type === 'cccd' ? readCccdNumber(document.number).birthYear : undefined
  return readMrzBirth(birthDate ?? '', year, now)
}

/** Names have no check digit: one that had to be corrected is left out. */
function readLatinName({ fields, details }: ParseResult): string | undefined {
  const { lastName, firstName } = fields
  const isRead = details.every(
    ({ field, autocorrect }) =>
      (field !== 'lastName' && field !== 'firstName') || autocorrect.length === 0,
  )
  return isRead ? readName(`${lastName ?? ''} ${firstName ?? ''}`) : undefined
}
