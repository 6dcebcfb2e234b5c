import { KbytError } from '../errors.js'
import { type IdentityDocument, identityDocumentSchema } from '../schema/identity-document.js'
import type { Gender } from '../schema/person.js'
import { readAddress, readBirth, readDate, readGender, readName } from './card-fields.js'
import { toCardParts } from './to-card-parts.js'

/** What a CCCD's QR fills in; a field that did not survive the reader is absent. */
export interface CccdCard {
  readonly identityDocument: IdentityDocument
  /** The CMND before it, 9 or 12 digits. */
  readonly oldNumber: string | undefined
  readonly fullName: string | undefined
  /** `YYYY-MM-DD`, or the year alone. */
  readonly bornOn: string | undefined
  readonly gender: Gender | undefined
  /** Permanent residence as free text, not codes. */
  readonly address: string | undefined
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string | undefined
}

const partCount = 7

/**
 * Reads the QR of a chip CCCD. Nothing in it is signed: it fills a form, it proves nobody. Parts
 * after the seventh may name relatives: they are not returned, and the text is not to be kept.
 *
 * @throws {KbytError} `document_malformed`: not the QR of a CCCD. Have the number typed.
 * @example
 * import { parseCccdQr } from '@kbyt/sdk/documents'
 *
 * parseCccdQr('046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022').bornOn // '1990-08-15'
 */
export function parseCccdQr(text: string): CccdCard {
  const parts = toCardParts(text, partCount)
  const [number, oldNumber = '', fullName, bornOn, gender, address, issuedOn] = parts
  const { data: identityDocument } = identityDocumentSchema.safeParse({ type: 'cccd', number })
  if (parts.length < partCount || !identityDocument || !/^\d{12}$/.test(identityDocument.number))
    throw new KbytError('document_malformed', { message: 'Not the QR of a CCCD' })
  return {
    identityDocument,
    oldNumber: /^(?:\d{9}|\d{12})$/.test(oldNumber) ? oldNumber : undefined,
    fullName: readName(fullName),
    bornOn: readBirth(bornOn),
    gender: readGender(gender),
    address: readAddress(address),
    issuedOn: readDate(issuedOn),
  }
}
