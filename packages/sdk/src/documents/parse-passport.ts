import { KbytError } from '../errors.js'
import { type IdentityDocument, identityDocumentSchema } from '../schema/identity-document.js'
import { toNumber } from './to-number.js'

/** A passport's number, and what its form says. */
export interface Passport {
  readonly document: IdentityDocument
  /** A letter and 7 or 8 digits, as Vietnamese passports have it; some foreign ones look alike. */
  readonly hasVietnameseForm: boolean
}

/**
 * Reads the number of a passport, Vietnamese or foreign: 5 to 12 letters and digits, at least one digit.
 *
 * @throws {KbytError} `document_malformed`: no passport has such a number.
 * @example
 * import { parsePassport } from '@kbyt/sdk/documents'
 *
 * parsePassport('c 123 4567') // { document: { type: 'passport', number: 'C1234567' }, hasVietnameseForm: true }
 */
export function parsePassport(text: string): Passport {
  const number = toNumber(text)
  const { data: document } = identityDocumentSchema.safeParse({ type: 'passport', number })
  if (!document)
    throw new KbytError('document_malformed', { message: 'No passport has such a number' })
  return { document, hasVietnameseForm: /^[A-Z]\d{7,8}$/.test(number) }
}
