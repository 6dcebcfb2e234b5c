import { KbytError } from '../errors.js'
import {
  type IdentityDocument,
  identityDocumentSchema,
  toIdentityDocument,
} from '../schema/identity-document.js'
import { checkCccd, type DocumentWarning, type PersonClaims } from './check-cccd.js'

export interface ParsedIdentityDocument {
  readonly document: IdentityDocument
  /** Contradictions to ask about; they never stop a declaration. */
  readonly warnings: readonly DocumentWarning[]
}

/**
 * Reads a typed ID number, tells by its form what it is, and compares a CCCD with the person.
 *
 * @throws {KbytError} `document_malformed`: no document has such a number.
 * @example
 * import { parseIdentityDocument } from '@kbyt/sdk/documents'
 *
 * parseIdentityDocument('046 090 012 345', { bornOn: '1991' }).warnings // ['birth_year_differs']
 */
export function parseIdentityDocument(
  text: string,
  claims: PersonClaims = {},
): ParsedIdentityDocument {
  const document = toIdentityDocument(text)
  if (!document || !identityDocumentSchema.safeParse(document).success)
    throw new KbytError('document_malformed', { message: 'No document has such a number' })
  return { document, warnings: document.type === 'cccd' ? checkCccd(document.number, claims) : [] }
}
