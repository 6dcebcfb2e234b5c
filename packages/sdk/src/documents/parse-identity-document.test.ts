import { expect, it } from 'vitest'
import { loadProvinces } from '../places/index.js'
import { cccdProvinces, parseIdentityDocument, readCccdNumber } from './index.js'

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
  expect(parseIdentityDocument('191612345', { bornOn: '1850' }).warnings).toEqual([])
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
