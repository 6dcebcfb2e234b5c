import { createMock } from '@kbyt/mock-server'
import { describe, expect, it } from 'vitest'
import type { ReaderScan } from '../reader/reader-scan.js'
import { testCodes } from '../reader/test-codes.js'
import { toQuery } from './to-query.js'

const card = '046190000001||Nguyễn Thị Phương Thảo|17051990|Nữ|Huế|20032022'

it.each(['typed', 'reader', 'camera'] as const)(
  'asks for a pass by its QR when %s',
  async (source) => {
    const { people } = await createMock().seed([{}])
    const qr = people[0]!.pass.text

    expect(toQuery(` ${qr}\n`, source)).toEqual({ query: { by: 'qr', qr } })
  },
)

it('asks for an ID card by its number', () => {
  expect(toQuery(card, 'camera')).toEqual({ query: { by: 'id-number', idNumber: '046190000001' } })
})

it('asks for an insurance card by the social insurance number in it', () => {
  const insurance =
    'DN4464612345678|4e677579|01/01/1990|1|48|46 - 001|01/01/2021|-|01/01/2021|46|-|4|01/01/2025|x-4,3|$'

  expect(toQuery(insurance, 'reader')).toEqual({
    query: { by: 'id-number', idNumber: '4612345678' },
  })
})

it.each(['046190000001', 'B1234567', '000000000'])(
  'asks for the typed number %s as it is',
  (idNumber) => {
    expect(toQuery(idNumber, 'typed')).toEqual({ query: { by: 'id-number', idNumber } })
  },
)

it('lets the server name what is wrong with damaged digits', () => {
  const qr = '1'.repeat(100)

  expect(toQuery(qr, 'reader')).toEqual({ query: { by: 'qr', qr } })
})

describe('what cannot be asked', () => {
  it.each([
    ['', 'typed', 'queryMissing'],
    ['HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2', 'camera', 'certificateQr'],
    ['https://example.com/page', 'camera', 'urlQr'],
    ['a|b|c|1|QID|EXT', 'camera', 'nationalQr'],
    ['khong ro la gi ca', 'reader', 'garbled'],
    ['khong ro la gi ca', 'camera', 'foreign'],
    ['x'.repeat(2_000), 'typed', 'foreign'],
  ] as const)('%s (%s) is %s', (text, source, problem) => {
    expect(toQuery(text, source)).toEqual({ problem })
  })
})

const scan = { layout: 'us', inputMethod: 'none', isCapsLockOn: false } as const

it.each([
  [{}, 'garbled'],
  [{ inputMethod: 'rewriting' }, 'garbledByInputMethod'],
  [{ layout: 'azerty' }, 'garbledByLayout'],
  [{ isCapsLockOn: true }, 'garbledByCapsLock'],
] satisfies [Partial<ReaderScan>, string][])(
  'says of a garbled scan with %j: %s',
  (how, problem) => {
    const given = { ...scan, ...how } as ReaderScan

    expect(toQuery('khong ro la gi ca', 'reader', given)).toEqual({ problem })
  },
)

it.each([
  ['another year', card.replace('17051990', '17051991')],
  ['another gender', card.replace('|Nữ|', '|Nam|')],
  ['another year, after a digit was doubled and one lost', card.replace('046190', '044619')],
  ["an insurance card's text, its first letters lost", testCodes[2]!.text.slice(3)],
])('asks nobody by a card that a reader typed with %s', (_name, text) => {
  expect(toQuery(text, 'reader')).toEqual({ problem: 'cardUnsound' })
  expect(toQuery(text, 'camera')).toMatchObject({ query: { by: 'id-number' } })
})

it.each(testCodes)('knows the test code $name', ({ text }) => {
  expect(toQuery(text, 'reader')).toEqual({ problem: 'testQr' })
})
