import * as z from 'zod/mini'
import { withCode } from './issue.js'
import { toPlainText } from './text.js'

// Letters of the Latin script with their marks; blanks, apostrophes, hyphens, dots: "K'Brêu", "Tôn-Nữ", "J. Łukasz".
const nameCharacters = /^[\u0300-\u036F\p{Script=Latin}\p{Zs} '’ʼ.\-‐]+$/u
// Latin to Unicode, but no letters of a name: small capitals, raised and lowered, Roman numerals, ligatures, full width.
const lookAlikes = /[\u1D00-\u1DBF\u2070-\u218F\uFB00-\uFB06\uFF00-\uFFEF]|\u034F/u
// More than Vietnamese ever stacks, or on nothing.
const strayMarks = /\p{Mn}{3,}|(?:^|[^\p{L}\p{Mn}])\p{Mn}/u

/** A person's full name as shown: 1–100 characters in NFC, Latin script (ATTACKS §3). */
export const personNameSchema = z.string().check(
  z.minLength(1),
  z.refine((name) => [...toPlainText(name)].length <= 100, withCode('too_long')),
  z.refine((name) => toPlainText(name) !== '', withCode('required')),
  z.refine((name) => {
    const plain = name.normalize('NFC')
    return nameCharacters.test(plain) && !lookAlikes.test(plain) && /\p{L}/u.test(plain)
  }, withCode('name_characters')),
  z.refine((name) => !strayMarks.test(name.normalize('NFD')), withCode('name_marks')),
)

/**
 * The key two spellings of a name share: lower case, no marks, đ as d, one apostrophe, one hyphen. "Hòa", "Hoà" and "HOA" fold alike.
 *
 * @example
 * foldName('Đặng Thị Hòa') // 'dang thi hoa'
 */
export function foldName(name: string): string {
  return toPlainText(name.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[đĐÐƉðɖ]/g, 'd')
    .replace(/[’ʼ]/g, "'")
    .replace(/‐/g, '-')
    .toLowerCase()
}
