import { KbytError } from '../errors.js'
import { toMobileE164, toNationalPhone } from '../schema/phone.js'

export interface Phone {
  /** `+84905123456`: how it is stored and compared. */
  readonly e164: string
  /** `0905 123 456`: how people write it. */
  readonly national: string
}

/**
 * Reads a Vietnamese mobile number in any usual spelling, 11-digit numbers of before 2018 included.
 *
 * @throws {KbytError} `document_malformed`: no Vietnamese mobile number.
 * @example
 * import { parsePhone } from '@kbyt/sdk/documents'
 *
 * parsePhone('0905.123.456').e164 // '+84905123456'
 */
export function parsePhone(text: string): Phone {
  const e164 = toMobileE164(text)
  if (!e164) throw new KbytError('document_malformed', { message: 'No Vietnamese mobile number' })
  return { e164, national: toNationalPhone(e164) }
}
