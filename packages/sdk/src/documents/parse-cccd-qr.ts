import { KbytError } from '../errors.js'
import type { IdentityDocument } from '../schema/identity-document.js'
import type { Gender } from '../schema/person.js'
import { readAddress, readBirth, readDate, readGender, readName } from './card-fields.js'

/** What a CCCD's QR fills in; a field that did not survive the reader is absent. */
export interface CccdCard {
  readonly identityDocument: IdentityDocument
  /** The CMND before it, 9 or 12 digits. */
  readonly oldNumber: string | undefined
  readonly fullName: string | undefined
  readonly bornOn: string | undefined
  readonly gender: Gender | undefined
  /** Permanent residence as free text, not codes. */
  readonly address: string | undefined
  readonly issuedOn: string | undefined
}

const minParts = 7

/**
 * Reads the QR of a chip CCCD. Nothing in it is signed: it fills a form, it proves nobody. Parts
 * after the seventh may name relatives: they are not returned, and the text is not to be kept.
 *
 * @throws {KbytError} `document_malformed`: not the QR of a CCCD.
 * @example
 * import { parseCccdQr } from '@kbyt/sdk/documents'
 *
 * parseCccdQr('046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022').bornOn // '1990-08-15'
 */
export function parseCccdQr(text: string): CccdCard {
  const parts = text.trim().split('|', minParts)
  const [number = '', oldNumber = '', fullName, bornOn, gender, address, issuedOn] = parts
  if (parts.length < minParts || !/^\d{12}$/.test(number))
    throw new KbytError('document_malformed', { message: 'Not the QR of a CCCD' })
  return {
    identityDocument: { type: 'cccd', number },
    oldNumber: /^(?:\d{9}|\d{12})$/.test(oldNumber) ? oldNumber : undefined,
    fullName: readName(fullName),
    bornOn: readBirth(bornOn),
    gender: readGender(gender),
    address: readAddress(address),
    issuedOn: readDate(issuedOn),
  }
}
