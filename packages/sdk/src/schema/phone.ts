import * as z from 'zod/mini'
import { withCode } from './issue.js'

// Mobile prefixes in use and the 2018 change from 11 to 10 digits: shared/domain/phone-prefixes.json.
const mobilePrefixes = new Set(
  (
    '086 096 097 098 032 033 034 035 036 037 038 039 088 091 094 081 082 083 084 085 089 090 093 ' +
    '070 076 077 078 079 092 056 058 052 099 059 087 055'
  ).split(' '),
)
const legacyPrefixes: ReadonlyMap<string, string> = new Map(
  (
    '0162:032 0163:033 0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 0120:070 0121:079 0122:077 ' +
    '0126:076 0128:078 0123:083 0124:084 0125:085 0127:081 0129:082 0186:056 0188:058 0199:059'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 4), pair.slice(5)]),
)

const fullWidthToAscii = (text: string) =>
  text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** However it is spelt. */
const maxLength = 40

function toNational(text: string): string | undefined {
  if (text.length > maxLength) return undefined
  const bare = fullWidthToAscii(text.normalize('NFC')).replace(/[\s.()\p{Pd}\p{Cf}]/gu, '')
  const match = /^(?:(?:\+84|0084|84)0?|0)(\d{9,10})$/.exec(bare)
  if (!match) return undefined
  const national = `0${match[1]}`
  const isLandline = national.startsWith('02')
  if (national.length === 10 || isLandline) return national
  const current = legacyPrefixes.get(national.slice(0, 4))
  return current && current + national.slice(4)
}

/**
 * A Vietnamese mobile number in E.164, or undefined when the text is none. Takes `0905 123 456`,
 * `+84905123456`, `84…`, `0084…`, full-width digits and the 11-digit numbers of before 2018.
 */
export function toMobileE164(text: string): string | undefined {
  const national = toNational(text)
  if (!national || !mobilePrefixes.has(national.slice(0, 3))) return undefined
  return `+84${national.slice(1)}`
}

/** A Vietnamese number that can be called, landlines with their area code too, in E.164; or undefined. */
export function toContactE164(text: string): string | undefined {
  const national = toNational(text)
  const isLandline = national !== undefined && /^02\d{9}$/.test(national)
  return isLandline ? `+84${national.slice(1)}` : toMobileE164(text)
}

/** How people write it: `+84905123456` → `0905 123 456`. */
export function toNationalPhone(e164: string): string {
  const digits = e164.replace(/^\+84/, '0')
  return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`
}

/** Any spelling of a Vietnamese mobile number; the server stores {@link toMobileE164} of it. */
export const phoneSchema = z.string().check(
  z.minLength(1),
  z.maxLength(maxLength, { abort: true }),
  z.refine((text) => toNational(text) !== undefined, {
    ...withCode('phone_impossible'),
    abort: true,
  }),
  z.refine((text) => toMobileE164(text) !== undefined, withCode('phone_not_mobile')),
)

/** Any spelling of a Vietnamese number, mobile or landline; the server stores {@link toContactE164} of it. */
export const contactPhoneSchema = z.string().check(
  z.minLength(1),
  z.maxLength(maxLength, { abort: true }),
  z.refine((text) => toContactE164(text) !== undefined, withCode('phone_not_callable')),
)
