import { expect, it } from 'vitest'
import { parseMrz } from './mrz.js'
import { makeIdCard, makePassport } from './mrz.setup.js'

const options = { now: Date.parse('2021-03-03T00:00:00Z') }
const malformed = expect.objectContaining({ code: 'document_malformed' })
const withSign = (text: string, index: number, sign: string) =>
  text.slice(0, index) + sign + text.slice(index + 1)

it('reads an ID card, its 12 digits from the optional field', () => {
  expect(parseMrz(makeIdCard(), options)).toEqual({
    identityDocument: { type: 'cccd', number: '046090012345' },
    latinName: 'NGUYEN VAN AN',
    bornOn: '1990-02-01',
    gender: 'male',
    nationality: 'VNM',
    validUntil: '2040-02-01',
  })
})

it.each([
  ['Vietnamese', makePassport(), 'C1234567', 'VNM'],
  ['foreign', makePassport({ number: 'L01X00T47', state: 'D<<' }), 'L01X00T47', 'D'],
])('reads a %s passport', (_, text, number, nationality) => {
  expect(parseMrz(text, options)).toEqual({
    identityDocument: { type: 'passport', number },
    latinName: 'TRAN THI BICH',
    bornOn: '1990-08-15',
    gender: 'female',
    nationality,
    validUntil: '2031-01-01',
  })
})

it.each([
  ['one line', makeIdCard().replaceAll('\n', '')],
  ['other line ends', makeIdCard().replaceAll('\n', '\r\n')],
  ['small letters', makeIdCard().toLowerCase()],
  ['blanks', ` ${makeIdCard().replaceAll('<<', '< <')} `],
])('reads a zone typed with %s', (_, text) => {
  expect(parseMrz(text, options).identityDocument.number).toBe('046090012345')
})

it.each([
  ['the century of the number', makeIdCard({ number: '046218012345', birth: '180201' }), '2018'],
  ['a person of over a hundred', makeIdCard({ number: '046018012345', birth: '180201' }), '1918'],
  ['a number that names no past', makeIdCard({ number: '046290012345' }), '1990'],
  ['a passport, which names no century', makePassport({ birth: '180201' }), '2018'],
  ['a day that is still to come', makePassport({ birth: '210304' }), '1921'],
])('finds the year of birth by %s', (_, text, year) => {
  expect(parseMrz(text, options).bornOn.slice(0, 4)).toBe(year)
})

it('knows a card without an end, and a gender left open', () => {
  const card = parseMrz(makeIdCard({ end: '991231', sex: '<' }), options)

  expect([card.validUntil, card.gender]).toEqual([undefined, undefined])
})

it.each([
  ['the number', 15, 'O'],
  ['the number', 17, 'G'],
  ['a check digit', 14, 'O'],
  ['the birth date', 31 + 1, 'O'],
])('reads a letter in %s as the digit it must be', (_, index, letter) => {
  const text = withSign(makeIdCard(), index, letter)

  expect(parseMrz(text, options).identityDocument.number).toBe('046090012345')
})

it('leaves a name out that had to be corrected', () => {
  expect(parseMrz(makeIdCard({ name: 'NGUYEN<<VAN<8INH' }), options).latinName).toBeUndefined()
})

it('refuses every card with one misread sign in a number or a date', () => {
  const card = makeIdCard()
  const places = [...card].flatMap((sign, index) =>
    /\d/.test(sign) ? [[index, String((Number(sign) + 1) % 10)] as const] : [],
  )

  for (const [index, sign] of places)
    expect(() => parseMrz(withSign(card, index, sign), options), `${index}`).toThrow(malformed)
})

it.each([
  ['nothing', ''],
  ['two of three lines', makeIdCard().split('\n').slice(0, 2).join('\n')],
  ['an ID card of another country', makeIdCard({ state: 'FRA' })],
  ['31 February', makeIdCard({ birth: '900231' })],
  ['an unknown birthday', makeIdCard({ birth: '9002<<' })],
  ['a number that never was', makeIdCard({ number: '000000000000' })],
  ['a number of letters', makeIdCard({ number: '0460900A2345' })],
  ['other letters than a zone has', makeIdCard({ name: 'NGUYỄN<<VĂN<AN' })],
  ['90 fillers', '<'.repeat(90)],
  ['88 digits', '1'.repeat(88)],
])('refuses %s', (_, text) => {
  expect(() => parseMrz(text, options)).toThrow(malformed)
})

it('refuses a card whose two numbers differ', () => {
  const [first = '', ...rest] = makeIdCard({ number: '046090012345' }).split('\n')
  const [other = ''] = makeIdCard({ number: '046090067890' }).split('\n')

  expect(() => parseMrz([other.slice(0, 15) + first.slice(15), ...rest].join('\n'))).toThrow(
    malformed,
  )
})
