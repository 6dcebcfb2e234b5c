import { expect, it } from 'vitest'
import { toDisplayName, toIdEnding } from './sign.js'

it.each([
  ['Nguyễn Thị Phương Thảo', 'N.T.P. Thảo'],
  ['NGUYỄN THỊ PHƯƠNG THẢO', 'N.T.P. Thảo'],
  ['nguyễn thị phương thảo', 'N.T.P. Thảo'],
  ['  Nguyễn   Văn  An ', 'N.V. An'],
  ['Trần Thị Hoà'.normalize('NFD'), 'T.T. Hoà'],
  ['Đặng Đình Được', 'Đ.Đ. Được'],
  ['Công Tằng Tôn Nữ Thị Phương Nghiêng', 'C.N.T.P. Nghiêng'],
  ["H'Hen Niê", 'H. Niê'],
  ["K'Brêu", "K'Brêu"],
  ['Thảo', 'Thảo'],
  ['J. Łukasz', 'J. Łukasz'],
  ['Ronald McKay', 'R. McKay'],
  ['Jean-Pierre Dupont-Moretti', 'J. Dupont-Moretti'],
  ['Anna Maria Papadopoulosaurus', 'Papadopoulosaurus'],
  ['Wolfeschlegelsteinhausen', 'Wolfeschlegelstei'],
  ['- An', 'An'],
])('shows %s as %s', (fullName, shown) => {
  expect(toDisplayName(fullName)).toBe(shown)
})

it('cuts a long given name between characters', () => {
  const shown = toDisplayName('Ểểểểểểểểểể')

  expect(new TextEncoder().encode(shown).length).toBe(15)
  expect(shown).toMatch(/^Ểể+$/)
})

it('refuses an empty name', () => {
  expect(() => toDisplayName('  ')).toThrow(TypeError)
})

it.each([
  ['cccd', '046090012345', '345'],
  ['cmnd', '191 612 345', '345'],
  ['passport', 'c123456a', '56A'],
  ['child', '000000000', '000'],
] as const)('keeps the last three characters of a %s', (type, number, ending) => {
  expect(toIdEnding({ type, number })).toBe(ending)
})
