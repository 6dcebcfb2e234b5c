import { expect, it } from 'vitest'
import { toInputIssues } from './issue.js'
import { foldName, personNameSchema } from './person-name.js'

const codeOf = (name: unknown) => {
  const { error } = personNameSchema.safeParse(name, { reportInput: true })
  return error && toInputIssues(error)[0]?.code
}

it.each([
  'Nguyễn Thị Phương Thảo',
  'Lê A',
  "K'Brêu",
  'K’Brêu',
  'HʼHen Niê',
  'Tôn-Nữ Thị Ninh',
  'J. Łukasz Żółć',
  'Đặng Ngọc Ỷ',
  'O’Connor',
  'François Ångström',
  'Nguyễn\u00A0Văn An',
  'Hồ Thị Kăn Sương'.normalize('NFD'),
  'A'.repeat(100),
  'ệ'.repeat(100).normalize('NFD'),
])('takes the name %j', (name) => {
  expect(codeOf(name)).toBeUndefined()
})

// ATTACKS 73
it.each([
  ['right-to-left override', 'An\u202EnÂ'],
  ['isolate', 'An\u2066'],
  ['zero-width blank', 'A\u200Bn'],
  ['zero-width joiner', 'A\u200Dn'],
  ['byte order mark', '\uFEFFAn'],
  ['soft hyphen', 'A\u00ADn'],
  ['grapheme joiner', 'A\u034Fn'],
  ['Hangul filler', 'An\u3164'],
  ['half-width filler', 'An\uFFA0'],
  ['variation selector', 'An\uFE0F'],
  ['tag letters', 'An\u{E0041}'],
  ['Cyrillic а', 'Nguyễn Vаn An'],
  ['Greek Α', 'Αn'],
  ['full-width letters', 'Ａｎ'],
  ['small capitals', 'ᴀn'],
  ['Roman numeral', 'An Ⅷ'],
  ['ligature', 'ﬁn'],
  ['mathematical letters', '𝐀𝐧'],
  ['Hebrew point', 'An\u05B0'],
  ['emoji', 'An 😀'],
  ['digit', 'An 2'],
  ['NUL', 'An\u0000'],
  ['line break', 'An\nBình'],
  ['lone surrogate', 'An\uD800'],
  ['markup', '<b>An</b>'],
  ['formula', '=cmd|A1'],
  ['no letter at all', '.-’'],
])('refuses a name with %s', (_, name) => {
  expect(codeOf(name)).toBe('name_characters')
})

it.each([
  ['three marks on a letter', 'An\u0301\u0302\u0303'],
  ['a tower of marks', `A${'\u0316'.repeat(50)}n`],
  ['a mark on nothing', '\u0301An'],
  ['a mark on a blank', 'An \u0301'],
])('refuses %s', (_, name) => {
  expect(codeOf(name)).toBe('name_marks')
})

it.each([
  [undefined, 'required'],
  ['', 'required'],
  ['   ', 'required'],
  ['\u3000\u00A0', 'required'],
  [7, 'invalid_type'],
  [['An'], 'invalid_type'],
  ['A'.repeat(101), 'too_long'],
])('says of %j that it is %s', (name, code) => {
  expect(codeOf(name)).toBe(code)
})

// ATTACKS 74
it.each([
  ['NFD', 'Đặng Thị Hòa'.normalize('NFD')],
  ['the other tone mark', 'Đặng Thị Hoà'],
  ['capitals', 'ĐẶNG THỊ HÒA'],
  ['no marks', 'dang thi hoa'],
  ['Icelandic Ð', 'Ðặng Thị Hòa'],
  ['blanks', '  Đặng\u00A0 Thị  Hòa '],
])('folds %s to the same key', (_, name) => {
  expect(foldName(name)).toBe(foldName('Đặng Thị Hòa'))
})

it('folds every apostrophe and hyphen to one', () => {
  expect(foldName('H’Hen Tôn‐Nữ')).toBe(foldName("H'Hen Tôn-Nữ"))
})
