import { expect, it } from 'vitest'
import { toInputIssues } from './issue.js'
import { idSchema, lineSchema, slugSchema, toPlainText } from './text.js'

const codeOf = (text: unknown) => {
  const { error } = lineSchema(20).safeParse(text, { reportInput: true })
  return error && toInputIssues(error)[0]?.code
}

it.each([
  '12/3 Lê Lợi',
  'Tổ 4, KP. 2',
  'Thôn "Đông"',
  '<b>Ấp 1</b>',
  '村',
  '🏠 số 5',
  '=1+1',
  'ệ'.repeat(20).normalize('NFD'),
])('takes the line %j', (text) => {
  expect(codeOf(text)).toBeUndefined()
})

it.each([
  ['NUL', 'a\u0000'],
  ['line break', 'a\nb'],
  ['line separator', 'a\u2028b'],
  ['right-to-left override', 'a\u202Eb'],
  ['zero-width blank', 'a\u200Bb'],
  ['byte order mark', '\uFEFFa'],
  ['tag letters', 'a\u{E0041}'],
  ['private use', 'a\uE000'],
  ['lone surrogate', 'a\uDC00'],
  ['Hangul filler', '\u3164'],
  ['braille blank', '\u2800'],
  ['replacement character', 'a\uFFFD'],
  ['unassigned code point', 'a\u{E0FFF}'],
  ['tower of marks', `a${'\u0316'.repeat(15)}`],
])('refuses a line with a %s', (_, text) => {
  expect(codeOf(text)).toBe('text_characters')
})

it.each([
  ['', 'required'],
  [' \u3000 ', 'required'],
  ['a'.repeat(21), 'too_long'],
  [['a'], 'invalid_type'],
])('says of %j that it is %s', (text, code) => {
  expect(codeOf(text)).toBe(code)
})

it('makes one text of every spelling', () => {
  expect(toPlainText('  Tổ\u00A0\t 4 '.normalize('NFD'))).toBe('Tổ 4')
})

it.each(['fever', 'sore-throat', 'a1', 'constructor'])('takes the code %s', (slug) => {
  expect(slugSchema.safeParse(slug).success).toBe(true)
})

it.each(['', 'Fever', '-a', 'a-', 'a--b', '__proto__', 'a.b', 'sốt', 'a'.repeat(41)])(
  'refuses the code %j',
  (slug) => {
    expect(slugSchema.safeParse(slug).success).toBe(false)
  },
)

it.each(['0177f2a4-0000-7000-8000-000000000001'])('takes the id %s', (id) => {
  expect(idSchema.safeParse(id).success).toBe(true)
})

it.each(['', '1', '../1', '0177f2a4-0000-4000-8000-000000000001'])('refuses the id %j', (id) => {
  expect(idSchema.safeParse(id).success).toBe(false)
})
