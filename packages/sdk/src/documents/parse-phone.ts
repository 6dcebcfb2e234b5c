import { KbytError } from '../errors.js'
import { toInputIssues } from '../schema/issue.js'
import { phoneSchema, toMobileE164, toNationalPhone } from '../schema/phone.js'

const maxLength = 50

/** A Vietnamese mobile number in its two spellings. */
export interface Phone {
  /** `+84905123456`: how it is stored and compared. */
  readonly e164: string
  /** `0905 123 456`: how people write it. */
  readonly national: string
}

/**
 * Reads a Vietnamese mobile number in any usual spelling. An 11-digit number of before 2018 becomes
 * its present form, full-width digits are digits.
 *
 * @throws {KbytError} `document_malformed`: no Vietnamese mobile number; its issue is
 * `phone_impossible`, or `phone_not_mobile` of a landline, which no SMS reaches.
 * @example
 * import { parsePhone } from '@kbyt/sdk/documents'
 *
 * parsePhone('0905.123.456').e164 // '+84905123456'
 * parsePhone('0120 123 4567').e164 // '+84701234567'
 */
export function parsePhone(text: string): Phone {
  // Longer than any spelling is as wrong as a megabyte, and an error holds what it was given.
  const read = typeof text === 'string' ? text.slice(0, maxLength) : text
  const { data, error } = phoneSchema.safeParse(read, { reportInput: true })
  const e164 = data && toMobileE164(data)
  if (e164) return { e164, national: toNationalPhone(e164) }
  const issues = error && toInputIssues(error)
  throw new KbytError('document_malformed', { message: 'No Vietnamese mobile number', issues })
}
