import * as z from 'zod/mini'
import { withCode } from './issue.js'
import { toPlainText } from './text.js'

// Letters of the Latin script with their marks; blanks, apostrophes, hyphens, dots: "K'Brêu", "Tôn-Nữ", "J. Łukasz".
const nameCharacters = /^[\p{Script=Latin}\p{Mn}\p{Zs} '’ʼ.\-‐]+$/u
const tooManyMarks = /\p{Mn}{3,}/u
const lookAlikes = /[\uFF00-\uFFEF]|\u034F/u

/** A person's full name as shown: 1–100 characters in NFC, Latin script (ATTACKS §3). */
export const personNameSchema = z.string().check(
  z.minLength(1),
  z.refine((name) => [...toPlainText(name)].length <= 100, withCode('too_long')),
  z.refine((name) => toPlainText(name) !== '', withCode('required')),
  z.refine((name) => {
    const plain = name.normalize('NFC')
    return nameCharacters.test(plain) && !lookAlikes.test(plain) && /\p{L}/u.test(plain)
  }, withCode('name_characters')),
  z.refine((name) => !tooManyMarks.test(name.normalize('NFD')), withCode('name_marks')),
)

/**
 * The key two spellings of a name share: lower case, no marks, đ as d. "Hòa", "Hoà" and "HOA" fold alike.
 *
 * @example
 * foldName('Đặng Thị Hòa') // 'dang thi hoa'
 */
export function foldName(name: string): string {
  return toPlainText(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐƉðɖ]/g, 'd')
    .toLowerCase()
}
