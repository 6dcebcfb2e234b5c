import { expect, it } from 'vitest'
import { compareByGivenName, toCapitals } from './index.js'

it('sorts by the given name, then by the family name', () => {
  const names = ['Lê Văn Bình', 'Trần Thị An', 'Đặng An', 'Nguyễn Văn Ánh', 'Nguyễn An', 'Ân']

  expect(names.toSorted(compareByGivenName)).toEqual([
    'Đặng An',
    'Nguyễn An',
    'Trần Thị An',
    'Nguyễn Văn Ánh',
    'Ân',
    'Lê Văn Bình',
  ])
})

it('sorts a given name by its tones as the alphabet has them', () => {
  const names = ['Ạ', 'Á', 'Ã', 'Ả', 'À', 'A'].map((name) => `Lê ${name}`)

  expect(names.toSorted(compareByGivenName)).toEqual(names.toReversed())
})

it('puts both normal forms and stray blanks at one place', () => {
  expect(compareByGivenName(' Lê  Hoà', 'Lê Hoà'.normalize('NFD'))).toBe(0)
})

it.each([
  ['Nguyễn Thị Phương Thảo', 'NGUYỄN THỊ PHƯƠNG THẢO'],
  ['Đặng Ngọc Ỷ'.normalize('NFD'), 'ĐẶNG NGỌC Ỷ'],
  ['K’Brêu', 'K’BRÊU'],
])('writes %s in capitals', (name, capitals) => {
  expect(toCapitals(name)).toBe(capitals)
})
