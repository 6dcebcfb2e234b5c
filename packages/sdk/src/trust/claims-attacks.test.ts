import { encode } from 'jose/base64url'
import { describe, expect, it } from 'vitest'
import { concat, deflate, toBytes } from '../qr/bytes.setup.js'
import { measureMs, now } from '../qr/qr.setup.js'
import { verifyQr } from '../qr/verify-qr.js'
import type { StatusList } from '../schema/trust.js'
import { verifyTrustBundle } from './index.js'
import {
  hourMs,
  readClaims,
  setupTrust,
  signRaw,
  withHeader,
  withSpareBits,
} from './trust.setup.js'

// ATTACKS.md §10 on what a bundle says; which case stands where: attacks.test.ts.

const deep = 20_000
/** The first byte of a pair without the second. */
const withBrokenUtf8 = (claims: string) => {
  const [before = '', after = ''] = claims.split('"iss"')
  return concat(toBytes(`${before}"is`), Uint8Array.of(0xc3), toBytes(`"${after}`))
}
const iat = /"iat":\d+/

describe('claims in another form are refused, though signed', () => {
  it.each<[string, (claims: string) => string | Uint8Array | Promise<Uint8Array>]>([
    ['22: iat twice, the valid one last', (it) => it.replace(iat, '"iat":1,$&')],
    ['23: a text for a time', (it) => it.replace(iat, '"iat":"1614902400"')],
    ['23: a float for a time', (it) => it.replace(iat, '"iat":1614902400.5')],
    ['23: a whole float for a time', (it) => it.replace(iat, '"iat":1614902400.0')],
    ['23: milliseconds', (it) => it.replace(iat, '"iat":1614902400000')],
    ['23: 1e400', (it) => it.replace(iat, '"iat":1e400')],
    ['23: 1e9', (it) => it.replace(iat, '"iat":1e9')],
    ['23: a negative time', (it) => it.replace(iat, '"iat":-1')],
    ['23: no time', (it) => it.replace(/"iat":\d+,/, '')],
    ['23: null for a time', (it) => it.replace(iat, '"iat":null')],
    ['28: an array', (it) => `[${it}]`],
    ['28: null', () => 'null'],
    ['28: a text', () => '"text"'],
    ['28: a byte order mark', (it) => `\uFEFF${it}`],
    ['28: blanks', (it) => `${it} `],
    ['28: invalid UTF-8', withBrokenUtf8],
    ['28: a lone surrogate', (it) => it.replace('"kbyt.example"', '"\\uD800"')],
    ['28: nothing but an opening', () => '{'],
    ['29: __proto__', (it) => it.replace('{"iss"', '{"__proto__":{"x":1},"iss"')],
    ['29: __proto__ inside', (it) => it.replace('"policy":{', '"policy":{"__proto__":{"x":1},')],
    ['29: __proto__ in disguise', (it) => it.replace('{"iss"', '{"\\u005f_proto__":{},"iss"')],
    [
      '30: 20,000 levels',
      (it) => it.replace('"zones":[]', `"zones":${'['.repeat(deep)}${']'.repeat(deep)}`),
    ],
    ['31: compressed claims', (it) => deflate(toBytes(it))],
    ['32: bytes after the claims', (it) => `${it}EVIL`],
    ['an issuer that is no text', (it) => it.replace('"kbyt.example"', '["kbyt.example"]')],
    ['no lists', (it) => it.replace(/"statusLists":\[[^\]]*\],/, '')],
    ['a counter as text', (it) => it.replace('"counter":7', '"counter":"7"')],
    [
      'a counter beyond whole numbers',
      (it) => it.replace('"counter":7', '"counter":9007199254740993'),
    ],
  ])('%s', async (_, change) => {
    const { jws, rootKey, options } = await setupTrust()
    const claims = await change(readClaims(jws))

    const text = await signRaw(rootKey, claims)

    expect(claims).not.toBe(readClaims(jws))
    await expect(verifyTrustBundle(text, options)).rejects.toMatchObject({
      code: 'trust_malformed',
    })
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})

it.each([
  ['24: 61 s ahead', 61_000],
  ['25: tomorrow', 24 * hourMs],
])('a bundle dated ahead is not yet valid: %s', async (_, aheadMs) => {
  const { sign, options } = await setupTrust()

  const verified = verifyTrustBundle(await sign({ issuedAt: now + aheadMs }), options)

  await expect(verified).rejects.toMatchObject({ code: 'trust_not_yet_valid' })
})

it('24: a bundle dated 59 s ahead is taken', async () => {
  const { sign, options } = await setupTrust()

  expect(await verifyTrustBundle(await sign({ issuedAt: now + 59_000 }), options)).toBeDefined()
})

it('30: refuses 60 kB of header in under a millisecond', async () => {
  const { jws, options } = await setupTrust()
  const long = withHeader(jws, `{"alg":"ES256","x":"${'x'.repeat(60_000)}"}`)
  const verify = () => verifyTrustBundle(long, options).catch(() => undefined)

  expect(await measureMs(verify, 50)).toBeLessThan(1)
})

const toList = (bytes: Uint8Array): StatusList => ({ list: 1, bits: 2, lst: encode(bytes) })
const deflateZeros = (count: number) => deflate(new Uint8Array(count))
const [empty, whole, longer, bomb] = await Promise.all(
  [0, 16_384, 16_385, 2_970_000].map(deflateZeros),
)
if (!empty || !whole || !longer || !bomb) throw new Error('No lists')

describe('a status list is refused, and the bundle with it', () => {
  it.each<[string, unknown[]]>([
    ['31: a bomb of 2.9 kB', [toList(bomb)]],
    ['31: one byte more than a list has', [toList(longer)]],
    ['32: EVIL after the stream', [toList(concat(whole, toBytes('EVIL')))]],
    ['32: a second stream after the first', [toList(concat(whole, whole))]],
    ['a stream cut off', [toList(whole.subarray(0, -3))]],
    ['a wrong checksum', [toList(concat(whole.subarray(0, -1), Uint8Array.of(2)))]],
    ['raw deflate', [toList(whole.subarray(2, -4))]],
    ['nothing', [{ list: 1, bits: 2, lst: '' }]],
    ['37: one number twice', [toList(whole), toList(whole)]],
    ['37: no base64url', [{ list: 1, bits: 2, lst: '+/==' }]],
    ['37: spare bits', [{ list: 1, bits: 2, lst: withSpareBits(encode(empty)) }]],
    ['37: another method', [{ ...toList(whole), bits: 8 }]],
    ['37: a number beyond 2^16', [{ ...toList(whole), list: 65_536 }]],
    ['37: no number', [{ bits: 2, lst: encode(whole) }]],
  ])('%s', async (_, statusLists) => {
    const { jws, rootKey, options } = await setupTrust()
    const claims = JSON.stringify({ ...JSON.parse(readClaims(jws)), statusLists })

    const verified = verifyTrustBundle(await signRaw(rootKey, claims), options)

    await expect(verified).rejects.toMatchObject({ code: 'trust_malformed' })
  })
})

it('33: a pass whose key has left the bundle is of an unknown key', async () => {
  const { sign, options, text } = await setupTrust()
  const trust = await verifyTrustBundle(await sign({ keys: [] }), options)

  await expect(verifyQr(text, { trust, now })).rejects.toMatchObject({ code: 'qr_unknown_key' })
})
