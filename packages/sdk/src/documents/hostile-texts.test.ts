import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isKbytError } from '../errors.js'
import { hasNaughtyStrings, naughtyStrings } from '../naughty-strings.setup.js'
import { measureUnder } from '../qr/qr.setup.js'
import * as documents from './index.js'
import { parseMrz } from './mrz.js'
import { makeIdCard, makePassport } from './mrz.setup.js'

const cccd = '046090012345|191612345|Nguyễn Văn An|01021990|Nam|Tổ 5, Tây Lộc|15042021'
const bhyt = `4612345678|4e677579|01/02/1990|1|-|46 - 001|01/01/2021|-|01/01/2021|46|-|4| 01/01/2026|0a-1|4|5468|$`
const { parseCccdQr, parseBhytQr, parseNationalQr, parsePhone } = documents
const { parseIdentityDocument, parsePassport, parseBhytNumber, readCccdNumber } = documents

/** Each parser with texts it reads. */
const parsers: [name: string, parse: (text: string) => unknown, ...texts: string[]][] = [
  ['parseCccdQr', parseCccdQr, cccd],
  ['parseBhytQr', parseBhytQr, bhyt],
  ['parseNationalQr', parseNationalQr, 'a|b|c|1|QID123|x'],
  ['parsePhone', parsePhone, '0905123456', '+84 120 123 4567'],
  ['parseIdentityDocument', parseIdentityDocument, '046090012345', '191612345', '000000000'],
  ['parsePassport', parsePassport, 'C1234567'],
  ['parseBhytNumber', parseBhytNumber, 'TE1464612345678', '4612345678'],
  ['readCccdNumber', readCccdNumber, '046090012345'],
  ['parseMrz', parseMrz, makeIdCard(), makePassport()],
]

/** What a parser makes of a text: that it read it, or why not. */
function judge(parse: (text: string) => unknown, text: string): string {
  try {
    return parse(text) === undefined ? 'nothing' : 'read'
  } catch (error) {
    return isKbytError(error) ? error.code : `threw ${String(error)}`
  }
}

/** Half of a pair too: a reader may drop the other. */
const anySign = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
const isAnswer = (verdict: string) => verdict === 'read' || verdict === 'document_malformed'

it.each(parsers)('%s reads what it is for', (_, parse, ...texts) => {
  expect(texts.map((text) => judge(parse, text))).toEqual(texts.map(() => 'read'))
})

it.runIf(hasNaughtyStrings).each(parsers)(
  '%s reads or refuses every naughty string',
  (_, parse) => {
    expect(naughtyStrings.filter((text) => !isAnswer(judge(parse, text)))).toEqual([])
  },
)

it.each(parsers)('%s refuses a megabyte of anything in a blink', async (_, parse, text) => {
  for (const sign of ['1', '|', ' ', '<', 'ệ', '\uD800', `${text}|`]) {
    const long = sign.repeat(Math.ceil(1_000_000 / sign.length))

    expect(judge(parse, long)).toBe('document_malformed')
    expect(await measureUnder(20, () => judge(parse, long))).toBeLessThan(20)
  }
})

it.each(parsers)('%s reads or refuses whatever a reader makes of a code', (_, parse, ...texts) => {
  const mutation = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.nat(200),
    removed: fc.nat(4),
    added: fc.oneof(fc.string({ unit: anySign, maxLength: 5 }), fc.constantFrom('|', '0', '<')),
  })

  fc.assert(
    fc.property(fc.oneof(mutation, fc.string({ unit: anySign })), (input) => {
      const text = typeof input === 'string' ? input : mutate(input)

      expect(judge(parse, text)).toSatisfy(isAnswer)
    }),
    { numRuns: 2_000 },
  )
})

it.each(parsers)('%s refuses what is no text', (_, parse) => {
  for (const input of [undefined, null, 7, {}, []])
    expect(judge(parse, input as unknown as string)).toBe('document_malformed')
})

it.each([
  ['a name', `046090012345||${'A'.repeat(101)}|1990|Nam|Huế|20032022`],
  ['an invisible sign', '046090012345||An\u202E|1990|Nam|Huế|20032022'],
  ['markup', '046090012345||<b>An</b>|1990|Nam|Huế|20032022'],
])('keeps %s out of a form that the form would refuse', (_, text) => {
  expect(parseCccdQr(text).fullName).toBeUndefined()
})

function mutate({ text, at, removed, added }: Mutation): string {
  const start = at % text.length
  return text.slice(0, start) + added + text.slice(start + removed)
}

interface Mutation {
  text: string
  at: number
  removed: number
  added: string
}
