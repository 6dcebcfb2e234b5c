import { expect, it } from 'vitest'
import { parseBhytQr, parseCccdQr, parseNationalQr } from './index.js'

const cccd =
  '046090012345|191612345|Nguyễn Văn An|01021990|Nam|Tổ 5, Phường Tây Lộc, Thành phố Huế, Thừa Thiên Huế|15042021'
const bhyt =
  '4612345678|4e677579e1bb856e2056c4836e20416e|01/02/1990|1|-|46 - 001|01/01/2021|-|01/01/2021|46012345678901|-|4| 01/01/2026|0123456789abcdef-1234|4|5468c3a06e68207068e1bb91204875e1babf|$'

const toHex = (text: string) => Buffer.from(text).toString('hex')
const withPart = (text: string, index: number, part: string) =>
  text.split('|').with(index, part).join('|')

it('reads every part of a CCCD', () => {
  expect(parseCccdQr(`${cccd}\n`)).toEqual({
    identityDocument: { type: 'cccd', number: '046090012345' },
    oldNumber: '191612345',
    fullName: 'Nguyễn Văn An',
    bornOn: '1990-02-01',
    gender: 'male',
    address: 'Tổ 5, Phường Tây Lộc, Thành phố Huế, Thừa Thiên Huế',
    issuedOn: '2021-04-15',
  })
})

it('reads a CCCD without an older number, and drops what follows the seventh part', () => {
  const card = parseCccdQr('046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022|Cha|Mẹ')

  expect(card).toMatchObject({ oldNumber: undefined, gender: 'female', bornOn: '1990-08-15' })
  expect(JSON.stringify(card)).not.toContain('Cha')
})

it.each([
  ['31021990', undefined],
  ['01131990', undefined],
  ['1990', '1990'],
  ['081990', '1990'],
  ['', undefined],
  ['01021800', undefined],
])('reads the birth date %s as %s', (part, bornOn) => {
  expect(parseCccdQr(withPart(cccd, 3, part)).bornOn).toBe(bornOn)
})

it('keeps the number when a reader damaged the rest', () => {
  const card = parseCccdQr('046090012345|191612345|Nguy\uFFFDn V\uFFFDn An|?|N?|\uFFFD|?')

  expect(card.identityDocument.number).toBe('046090012345')
  expect([card.fullName, card.bornOn, card.gender, card.issuedOn]).toEqual(Array(4).fill(undefined))
})

it('reads a decomposed name in NFC, and the gender of a reader without accents', () => {
  const card = parseCccdQr(withPart(withPart(cccd, 2, 'Trần Thị Hoà'.normalize('NFD')), 4, 'Nu'))

  expect(card).toMatchObject({ fullName: 'Trần Thị Hoà', gender: 'female' })
})

it('reads every part of an insurance card', () => {
  expect(parseBhytQr(bhyt)).toEqual({
    insuranceNumber: '4612345678',
    fullName: 'Nguyễn Văn An',
    bornOn: '1990-02-01',
    gender: 'male',
    address: undefined,
    parentName: undefined,
    validFrom: '2021-01-01',
    validUntil: undefined,
  })
})

it.each([
  ['13 parts', bhyt.split('|').slice(0, 13).join('|')],
  ['15 parts', bhyt.split('|').slice(0, 15).join('|')],
  ['a plain name', withPart(bhyt, 1, 'Nguyễn Văn An')],
  ['15 characters in lower case', withPart(bhyt, 0, 'te1464612345678')],
  ['a date without leading zeros', withPart(bhyt, 2, '1/2/1990')],
])('reads an insurance card with %s', (_, text) => {
  expect(parseBhytQr(text)).toMatchObject({ fullName: 'Nguyễn Văn An', bornOn: '1990-02-01' })
})

it('reads the parent and the address on the card of a child', () => {
  const text = withPart(withPart(bhyt, 10, toHex('Lê Thị Na')), 4, toHex('Tổ 5, Tây Lộc'))

  expect(parseBhytQr(text)).toMatchObject({ parentName: 'Lê Thị Na', address: 'Tổ 5, Tây Lộc' })
})

it('leaves a name out that is no text', () => {
  expect(parseBhytQr(withPart(bhyt, 1, 'c328ff')).fullName).toBeUndefined()
})

it.each(['Abba', 'Ba Na'])('takes %s for a name, though it looks like hex', (name) => {
  expect(parseBhytQr(withPart(bhyt, 1, name)).fullName).toBe(name)
})

it('reads the person out of the national personal QR, and nothing whose meaning is not known', () => {
  expect(parseNationalQr('An|1990|x|1|QID 123|app=1\n')).toEqual({
    qid: 'QID 123',
    extension: 'app=1',
  })
  expect(parseNationalQr('|||0|QID123|')).toEqual({ qid: 'QID123', extension: undefined })
})

it.each([
  '',
  'a|b|c|2|QID|',
  'a|b|c|1||x',
  'a|b|c|1|QID',
  'a|b|c|1|QID|x|y',
  'a|b|c|1|\u202E|',
  cccd,
])('refuses %s as the national personal QR', (text) => {
  expect(() => parseNationalQr(text)).toThrow(
    expect.objectContaining({ code: 'document_malformed' }),
  )
})

it.each([
  '',
  '000000000000|||||||',
  '|||||||',
  'https://example.vn',
  '04609001234|x|x|x|x|x|x',
  '046090012345|x|x',
  bhyt,
])('refuses %s as a CCCD', (text) => {
  expect(() => parseCccdQr(text)).toThrow(expect.objectContaining({ code: 'document_malformed' }))
})

it.each(['', '|'.repeat(20), cccd, '4612345678|x', '1'.repeat(1_000_000)])(
  'refuses another text as an insurance card',
  (text) => {
    expect(() => parseBhytQr(text)).toThrow(expect.objectContaining({ code: 'document_malformed' }))
  },
)
