import { type IdentityDocument, toDocumentNumber } from '../schema/identity-document.js'

/**
 * The last three characters of an ID number: enough to tell two cards apart, too few to guess it.
 *
 * @example
 * import { toIdEnding } from '@kbyt/sdk/qr/sign'
 *
 * toIdEnding({ type: 'cccd', number: '046090012345' }) // '345'
 */
export function toIdEnding({ number }: IdentityDocument): string {
  return toDocumentNumber(number).slice(-3)
}
