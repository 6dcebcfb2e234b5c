import { KbytError } from '../errors.js'
import {
  type IdentityDocument,
  identityDocumentSchema,
  toIdentityDocument,
} from '../schema/identity-document.js'
import { type DocumentWarning, findWarnings, type PersonClaims } from './find-warnings.js'
import { type CccdFacts, readCccdNumber } from './read-cccd-number.js'
import { toNumber } from './to-number.js'

/** A typed ID number, read. */
export interface ParsedIdentityDocument {
  readonly document: IdentityDocument
  /** What a CCCD's number says; other numbers say nothing. */
  readonly facts: CccdFacts | undefined
  /** Contradictions to ask about; they never stop a declaration. */
  readonly warnings: readonly DocumentWarning[]
}

/** How {@link parseIdentityDocument} reads. */
export interface ParseIdentityDocumentOptions {
  /** Milliseconds since 1970. @defaultValue Date.now() */
  readonly now?: number
}

/**
 * Reads a typed ID number, tells by its form what it is, and compares a CCCD with the person.
 *
 * @throws {KbytError} `document_malformed`: no document has such a number. Have it typed again.
 * @example
 * import { parseIdentityDocument } from '@kbyt/sdk/documents'
 *
 * parseIdentityDocument('046 090 012 345', { bornOn: '1991' }).warnings // ['birth_year_differs']
 */
export function parseIdentityDocument(
  text: string,
  claims: PersonClaims = {},
  { now = Date.now() }: ParseIdentityDocumentOptions = {},
): ParsedIdentityDocument {
  const document = toIdentityDocument(toNumber(text))
  if (!document || !identityDocumentSchema.safeParse(document).success)
    throw new KbytError('document_malformed', { message: 'No document has such a number' })
  const facts = document.type === 'cccd' ? readCccdNumber(document.number) : undefined
  return { document, facts, warnings: facts ? findWarnings(facts, claims, now) : [] }
}
