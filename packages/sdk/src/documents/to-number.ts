import { toDocumentNumber } from '../schema/identity-document.js'

/** The longest a typed number may be, as in the declaration's schema. */
const maxLength = 40

/** A typed number as it is compared; empty when the text cannot be one. */
export function toNumber(text: string): string {
  return typeof text === 'string' && text.length <= maxLength ? toDocumentNumber(text) : ''
}
