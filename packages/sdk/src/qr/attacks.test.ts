import { encode } from 'cborg'
import { CompactSign, exportJWK, generateKeyPair, importJWK } from 'jose'
import { decode } from 'jose/base64url'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../schema/trust.js'
import { deflate, makeMac, toBytes } from './bytes.setup.js'
import { encodePass } from './encode-pass.js'
import { encodeEnvelope } from './envelope.js'
import { fromHex, toHex } from './hex.js'
import { verifyQr } from './index.js'
import { toLowS } from './low-s.js'
import { facts, fields, measureMs, now, setupIssuer, withBytes } from './qr.setup.js'
import { generateSigningKey, importSigner, signPass } from './sign.js'

// ATTACKS.md §10, cases 1–32. A QR carries no JWS header: it is a fixed function of kind and key,
// so a header attack is a signature over another header, and each ends as qr_forged. They run in Node
// and, by attacks.browser.test.ts, in Chromium.

type Issuer = Awaited<ReturnType<typeof setupIssuer>>
type Attack = (issuer: Issuer) => Promise<string> | string

const payload = encodePass(facts)

type Header = Record<string, unknown>

/** A pass whose signature is the issuer's own, but over a header of the attacker's wish. */
async function signUnder(makeHeader: (kid: string) => Header) {
  const key = await generateSigningKey()
  const { kid, publicKey } = await importSigner(key)
  const token = new CompactSign(payload).setProtectedHeader({ alg: 'ES256', ...makeHeader(kid) })
  const jws = await token.sign(await importJWK(key, 'ES256'), { crit: { x: true } })
  const signature = toLowS(decode(jws.split('.')[2]!))
  const body = Uint8Array.of(...payload, ...signature)
  const text = encodeEnvelope({ kind: 'pass', kid, body })
  return { text, options: { trust: { issuer: 'kbyt.example', keys: [publicKey] }, now } }
}

const zeros = new Uint8Array(64)
const noneForms = ['none', 'None', 'nOnE']

it('takes what the attacks below start from', async () => {
  const { options, signFields } = await setupIssuer()
  const rebuilt = await signUnder((kid) => ({ kid, typ: 'kbyt-pass' }))

  expect((await verifyQr(await signFields(fields), options)).passId).toBe(facts.passId)
  expect((await verifyQr(rebuilt.text, rebuilt.options)).passId).toBe(facts.passId)
})

describe('a signature over another header is forged', () => {
  it.each<[string, (kid: string) => Header]>([
    ['4: jwk of the attacker', (kid) => ({ kid, typ: 'kbyt-pass', jwk: { kty: 'EC' } })],
    ['5: jku', (kid) => ({ kid, typ: 'kbyt-pass', jku: 'http://127.0.0.1:9/' })],
    ['5: x5u', (kid) => ({ kid, typ: 'kbyt-pass', x5u: 'http://127.0.0.1:9/' })],
    ['6: crit', (kid) => ({ kid, typ: 'kbyt-pass', crit: ['x'], x: 1 })],
    ['7: b64 false without crit', (kid) => ({ kid, typ: 'kbyt-pass', b64: false })],
    ['8: zip', (kid) => ({ kid, typ: 'kbyt-pass', zip: 'DEF' })],
    ['9: no kid', () => ({ typ: 'kbyt-pass' })],
    ['10: a path for a kid', () => ({ kid: '../../key', typ: 'kbyt-pass' })],
    ['21: members in another order', (kid) => ({ typ: 'kbyt-pass', kid })],
    ['26: a session token', (kid) => ({ kid, typ: 'kbyt-session' })],
    ['26: a venue', (kid) => ({ kid, typ: 'kbyt-venue' })],
    ['26: no typ', (kid) => ({ kid })],
  ])('%s', async (_, makeHeader) => {
    const { text, options } = await signUnder(makeHeader)

    await expect(verifyQr(text, options)).rejects.toMatchObject({ code: 'qr_forged' })
  })
})

describe('a pass is refused', () => {
  it.each<[string, string, Attack]>([
    ...noneForms.map((alg): [string, string, Attack] => [
      `1, 2: alg ${alg} with an empty signature`,
      'qr_forged',
      ({ withSignature }) => withSignature(payload, zeros),
    ]),
    [
      '3: an HMAC with the public key as the secret',
      'qr_forged',
      async ({ signer, withSignature }) => {
        const mac = await makeMac('SHA-512', JSON.stringify(signer.publicKey), payload)
        return withSignature(payload, mac.fill(1, 0, 1).fill(1, 32, 33))
      },
    ],
    [
      "4: another's key under our kid",
      'qr_forged',
      async ({ signPayload }) =>
        signPayload(payload, await importSigner(await generateSigningKey())),
    ],
    [
      '9: kid of zeros',
      'qr_unknown_key',
      ({ text }) => withBytes(text, (bytes) => bytes.fill(0, 2, 6)),
    ],
    [
      '15: a signature in DER',
      'qr_forged',
      ({ withSignature }) =>
        withSignature(payload, Uint8Array.of(0x30, 0x45, 2, 0x21, 0, ...zeros.fill(255), 1)),
    ],
    ['16: r = 0, s = 0', 'qr_forged', ({ text }) => withBytes(text, (bytes) => bytes.fill(0, -64))],
    [
      '16: r = s = 1',
      'qr_forged',
      ({ text }) => withBytes(text, (bytes) => bytes.fill(0, -64).fill(1, -33, -32).fill(1, -1)),
    ],
    ['17: padding after it', 'qr_foreign', ({ text }) => `${text}==`],
    ['18: a leading zero', 'qr_malformed', ({ text }) => `0${text}`],
    ['18: the last digit changed', 'qr_forged', ({ text }) => toNextNumber(text)],
    [
      '19: a line end inside',
      'qr_foreign',
      ({ text }) => `${text.slice(0, 99)}\n${text.slice(99)}`,
    ],
    [
      '20: its second copy, s → n − s',
      'qr_forged',
      ({ text }) =>
        withBytes(text, (bytes) => bytes.set(toHighS(bytes.slice(-32)), bytes.length - 32)),
    ],
    ['22: a field twice', 'qr_malformed', ({ signFields }) => signFields([...fields, fields[2]])],
    ...[
      '36809999',
      36_809_999.5,
      -1,
      null,
      true,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      2n ** 64n - 1n,
      2 ** 32,
    ].map((time): [string, string, Attack] => [
      `23: ${typeof time} ${time} for a time`,
      'qr_malformed',
      ({ signFields }) => signFields(fields.with(2, time)),
    ]),
    [
      '23: a whole time as a float',
      'qr_malformed',
      ({ signPayload }) => signPayload(withRawField(2, [0xfa, 0x4c, 0x0c, 0x6a, 0x8c])),
    ],
    [
      '23: a time in more bytes than it needs',
      'qr_malformed',
      ({ signPayload }) => signPayload(withRawField(2, [0x1b, 0, 0, 0, 0, 2, 0x31, 0xab, 0x0f])),
    ],
    ['23: no time', 'qr_malformed', ({ signFields }) => signFields(fields.toSpliced(2, 1))],
    [
      '24: dated 61 s ahead',
      'qr_not_yet_valid',
      ({ signer }) => signPass(signer, { ...facts, declaredAt: now + 61_000 }),
    ],
    [
      '25: dated tomorrow',
      'qr_not_yet_valid',
      ({ signer }) => signPass(signer, { ...facts, declaredAt: now + 86_400_000 }),
    ],
    [
      '26: signed as a venue',
      'qr_forged',
      ({ signPayload, signer }) => signPayload(payload, signer, 'venue'),
    ],
    [
      "27: another province's",
      'qr_unknown_key',
      async () => signPass(await importSigner(await generateSigningKey()), facts),
    ],
    ...[null, 'text', '\uFEFF', 1, {}, [], new Uint8Array(9)].map(
      (value): [string, string, Attack] => [
        `28: a payload of ${JSON.stringify(value)}`,
        'qr_malformed',
        ({ signFields }) => signFields(value as never),
      ],
    ),
    [
      '28: invalid UTF-8',
      'qr_malformed',
      ({ signPayload }) => signPayload(withRawField(5, [0x62, 0xc3, 0x28])),
    ],
    [
      '28: a lone surrogate',
      'qr_malformed',
      ({ signPayload }) => signPayload(withRawField(5, [0x63, 0xed, 0xa0, 0x80])),
    ],
    ['30: 60 kB', 'qr_malformed', ({ text }) => text.padEnd(60_000, '1')],
    [
      '30: nested as deep as it fits',
      'qr_malformed',
      ({ signPayload }) => signPayload(new Uint8Array(340).fill(0x81)),
    ],
    [
      '31: a compressed payload',
      'qr_malformed',
      async ({ signPayload }) => signPayload(await deflate(new Uint8Array(100_000), 'deflate-raw')),
    ],
    [
      '32: bytes after the payload',
      'qr_malformed',
      ({ signPayload }) => signPayload(Uint8Array.of(...payload, 0x45, 0x56, 0x49, 0x4c)),
    ],
  ])('%s', async (_, code, attack) => {
    const issuer = await setupIssuer()

    const text = await attack(issuer)

    await expect(verifyQr(text, issuer.options)).rejects.toMatchObject({ code })
  })
})

/** The payload with one field in an encoding that no library writes. */
function withRawField(index: number, field: readonly number[]): Uint8Array {
  const encoded = fields.map((value) => encode(value))
  return Uint8Array.of(
    0x80 + fields.length,
    ...encoded.with(index, Uint8Array.from(field)).flatMap((it) => [...it]),
  )
}

const toNextNumber = (text: string) => (BigInt(text) ^ 1n).toString()

function toHighS(s: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const high = order - BigInt(`0x${toHex(s)}`)
  return fromHex(high.toString(16).padStart(64, '0'))
}

describe('a key set is refused', () => {
  it.each<[string, (key: PublicKey, other: PublicKey) => unknown[]]>([
    ['10: kid on the prototype', (key) => [{ ...key, kid: '__proto__' }]],
    ['11: one kid twice', (key, other) => [key, { ...other, kid: key.kid }]],
    [
      '12: a symmetric key beside ours',
      (key) => [key, { kty: 'oct', k: 'c2VjcmV0', kid: key.kid }],
    ],
    ['13: use enc', (key) => [{ ...key, use: 'enc' }]],
    ['13: key_ops encrypt', (key) => [{ ...key, key_ops: ['encrypt'] }]],
  ])('%s', async (_, makeKeys) => {
    const { signer, text } = await setupIssuer()
    const other = await importSigner(await generateSigningKey())
    const keys = makeKeys(signer.publicKey, other.publicKey) as PublicKey[]

    const verified = verifyQr(text, { trust: { issuer: 'kbyt.example', keys }, now })

    await expect(verified).rejects.toThrow(TypeError)
  })

  it('14: P-384', async () => {
    const { text } = await setupIssuer()
    const { publicKey } = await generateKeyPair('ES384', { extractable: true })
    const key = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: '00000000' }

    const trust = { issuer: 'kbyt.example', keys: [key as PublicKey] }

    await expect(verifyQr(text, { trust, now })).rejects.toThrow(TypeError)
  })
})

it.each(['\n', '\u00A0', '\uFEFF', '\t'])(
  '19: a pass with %j around it is the same pass',
  async (blank) => {
    const { text, options } = await setupIssuer()

    const [bare, padded] = [
      await verifyQr(text, options),
      await verifyQr(blank + text + blank, options),
    ]

    expect(padded).toEqual(bare)
  },
)

it('24: a pass dated 59 s ahead is valid', async () => {
  const { signer, options } = await setupIssuer()
  const text = await signPass(signer, { ...facts, declaredAt: now + 59_000 })

  expect((await verifyQr(text, options)).passId).toBe(facts.passId)
})

it('29: a payload with __proto__ leaves the prototype clean', async () => {
  const { signPayload, options } = await setupIssuer()
  const map = Uint8Array.of(0xa1, 0x69, ...toBytes('__proto__'), 0xa1, 0x61, 0x78, 1)
  const text = await signPayload(map)

  await expect(verifyQr(text, options)).rejects.toMatchObject({ code: 'qr_malformed' })
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

it('30, 31: refuses what is too long in under a millisecond', async () => {
  const { text, options } = await setupIssuer()
  const long = text.padEnd(60_000, '1')
  const verify = () => verifyQr(long, options).catch(() => undefined)

  expect(await measureMs(verify, 50)).toBeLessThan(1)
})
