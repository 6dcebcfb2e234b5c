import { expect, it } from 'vitest'
import { loadProvinces } from '../places/index.js'
import { cccdProvinces, parseIdentityDocument, parsePassport, readCccdNumber } from './index.js'

it.each([
  ['046090012345', 'cccd', '046090012345'],
  ['046 090 012 345', 'cccd', '046090012345'],
  ['191612345', 'cmnd', '191612345'],
  ['000000000', 'child', '000000000'],
  ['4612345678', 'bhxh', '4612345678'],
  ['c1234567', 'passport', 'C1234567'],
])('reads %s as %s', (text, type, number) => {
  expect(parseIdentityDocument(text).document).toEqual({ type, number })
})

it.each(['', 'abc', '12', '111111111', '999999999999', '04609001234500000', '<script>'])(
  'refuses %s',
  (text) => {
    expect(() => parseIdentityDocument(text)).toThrow(
      expect.objectContaining({ code: 'document_malformed' }),
    )
  },
)

it.each([
  [{ bornOn: '1990', gender: 'male' }, []],
  [{ bornOn: '1990-02-01' }, []],
  [{ bornOn: '1991' }, ['birth_year_differs']],
  [{ gender: 'female' }, ['gender_differs']],
  [{ gender: 'other' }, []],
  [{ bornOn: '2090', gender: 'female' }, ['birth_year_differs', 'gender_differs']],
] as const)('compares a CCCD with %o', (claims, warnings) => {
  expect(parseIdentityDocument('046090012345', claims).warnings).toEqual(warnings)
})

it('warns of a birth that was registered in none of the 63 provinces', () => {
  expect(parseIdentityDocument('047090012345').warnings).toEqual(['birth_province_unknown'])
})

it('never warns of other documents', () => {
  const { facts, warnings } = parseIdentityDocument('191612345', { bornOn: '1850' })

  expect([facts, warnings]).toEqual([undefined, []])
})

it('warns of a birth in a year yet to come', () => {
  const read = (year: string) =>
    parseIdentityDocument('046322012345', {}, { now: Date.parse(`${year}-06-01T00:00:00Z`) })

  expect([read('2021').warnings, read('2022').warnings]).toEqual([['birth_year_future'], []])
})

it.each([
  ['C1234567', 'C1234567', true],
  ['c 1234 5678', 'C12345678', true],
  ['L01X00T47', 'L01X00T47', false],
  ['123456789', '123456789', false],
])('reads the passport %s', (text, number, hasVietnameseForm) => {
  const document = { type: 'passport', number }

  expect(parsePassport(text)).toEqual({ document, hasVietnameseForm })
})

it.each(['', 'ABCDEFG', 'C123', 'C123456789012', '111111111', 'C12345/7', 'Đ1234567'])(
  'refuses %s as a passport',
  (text) => {
    expect(() => parsePassport(text)).toThrow(
      expect.objectContaining({ code: 'document_malformed' }),
    )
  },
)

it.each(['', '191612345', '0460900123456', 'x46090012345'])('reads no facts out of %s', (text) => {
  expect(() => readCccdNumber(text)).toThrow(
    expect.objectContaining({ code: 'document_malformed' }),
  )
})

it.each([
  ['046090012345', 1990, 'male'],
  ['046199012345', 1999, 'female'],
  ['046201012345', 2001, 'male'],
  ['046321012345', 2021, 'female'],
])('reads year and gender out of %s', (number, birthYear, gender) => {
  const facts = readCccdNumber(number)

  expect(facts).toEqual({ birthYear, gender, birthProvince: 'Tỉnh Thừa Thiên Huế' })
})

it('knows the 63 provinces of 2021 by the codes of the statistics office', async () => {
  const list = await loadProvinces('2021-03')

  const codes = list!.provinces.map((province) => `0${province.code}`)
  expect([...cccdProvinces.keys()].sort()).toEqual(codes.sort())
})
