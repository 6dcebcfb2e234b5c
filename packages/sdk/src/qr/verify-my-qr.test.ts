import { encode } from 'cborg'
import { compactVerify, importJWK } from 'jose'
import { decode as fromBase64url, encode as toBase64url } from 'jose/base64url'
import { expect, it } from 'vitest'
import { createMemoryHolderStore, createMyQr, openHolderKey } from '../account/index.js'
import { decompressPoint } from './decompress-point.js'
import { fromHex, toHex } from './hex.js'
import { createSeenCodes, type SeenCodes, verifyMyQr, verifyQr } from './index.js'
import { grantFacts, hourMs, setupMyQr } from './my-qr.setup.js'
import { now, withBytes } from './qr.setup.js'
import { type GrantFacts, generateSigningKey, importSigner, signGrant } from './sign.js'

type Setup = Awaited<ReturnType<typeof setupMyQr>>

it('returns what was granted and when it was shown', async () => {
  const { signer, text, options } = await setupMyQr()

  const shown = await verifyMyQr(text, options)

  expect(shown).toMatchObject({
    grantId: '00c0ffee00000002',
    statusIndex: 65_538,
    displayName: 'N.T.P. Thảo',
    birthYear: 1990,
    validFrom: '2021-03-05T00:00:00.000Z',
    validUntil: '2021-03-06T00:00:00.000Z',
    shownAt: '2021-03-05T01:00:00.000Z',
    issuer: 'kbyt.example',
    kid: signer.kid,
  })
  expect(JSON.parse(JSON.stringify(shown))).toEqual(shown)
})

it('returns the grant as a JWS that plain jose takes', async () => {
  const { trust, grants, text, options } = await setupMyQr()
  const { jws, kid } = await verifyMyQr(text, options)

  const { protectedHeader } = await compactVerify(jws, await importJWK(trust.keys[0]!))

  expect(jws).toBe(grants[0])
  expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'kbyt-grant' })
})

it.each([
  ['60 s old', 60_000],
  ['90 s old: the clocks may differ by 30 s', 90_000],
  ['30 s ahead', -30_000],
])('takes a code that is %s', async (_, age) => {
  const { draw, options } = await setupMyQr()

  expect(await verifyMyQr(await draw(now - age), options)).toBeDefined()
})

it.each([
  ['91 s old', 91_000, 'qr_expired'],
  ['a day old', 86_400_000 / 24, 'qr_expired'],
  ['31 s ahead', -31_000, 'qr_not_yet_valid'],
])('refuses a code that is %s', async (_, age, code) => {
  const { draw, options } = await setupMyQr()

  await expect(verifyMyQr(await draw(now - age), options)).rejects.toMatchObject({ code })
})

it.each<[string, string, (setup: Setup) => Promise<string> | string]>([
  ['cut off', 'qr_malformed', ({ text }) => text.slice(0, -9)],
  [
    'with a proof of zeros',
    'qr_forged',
    ({ text }) => withBytes(text, (bytes) => bytes.fill(0, -64)),
  ],
  [
    'shown later than it was signed',
    'qr_forged',
    ({ text }) => withBytes(text, (bytes) => (bytes[bytes.length - 65]! += 1)),
  ],
  [
    'with another signature of the issuer',
    'qr_forged',
    ({ text }) => withBytes(text, (bytes) => (bytes[bytes.length - 69]! ^= 1)),
  ],
  [
    'drawn by another device',
    'qr_forged',
    async ({ signPayload, fields }) => {
      const other = await openHolderKey(createMemoryHolderStore())
      const stolen = fromBase64url(other.publicKey)
      return signPayload(encode(fields.with(6, stolen)))
    },
  ],
  [
    "of another's key under our kid",
    'qr_forged',
    async ({ signPayload, fields }) =>
      signPayload(encode(fields), await importSigner(await generateSigningKey())),
  ],
  [
    'of another issuer',
    'qr_unknown_key',
    async ({ facts, holderKey }) => {
      const stranger = await importSigner(await generateSigningKey())
      const grants = [await signGrant(stranger, facts)]
      return createMyQr({ grants, holderKey }, { now })
    },
  ],
  [
    'with the upper s of the holder',
    'qr_forged',
    ({ text }) =>
      withBytes(text, (bytes) => bytes.set(toHighS(bytes.slice(-32)), bytes.length - 32)),
  ],
  [
    'with the upper s of the issuer',
    'qr_forged',
    ({ text }) =>
      withBytes(text, (bytes) => bytes.set(toHighS(bytes.slice(-100, -68)), bytes.length - 100)),
  ],
  ['with a field too many', 'qr_malformed', ({ signFields, fields }) => signFields([...fields, 0])],
  ['with a float', 'qr_malformed', ({ signFields, fields }) => signFields(fields.with(5, 1990.5))],
  ['with 25 hours', 'qr_malformed', ({ signFields, fields }) => signFields(fields.with(3, 25))],
  ['with no hours', 'qr_malformed', ({ signFields, fields }) => signFields(fields.with(3, 0))],
  [
    'with a long point',
    'qr_malformed',
    ({ signFields, fields }) => signFields(fields.with(6, new Uint8Array(65).fill(4))),
  ],
  [
    'with a point off the curve',
    'qr_malformed',
    ({ signFields, fields }) => signFields(fields.with(6, fromHex(`02${'00'.repeat(31)}01`))),
  ],
  [
    'with a point of another form',
    'qr_malformed',
    ({ signFields, fields }) => signFields(fields.with(6, fromHex(`05${'01'.repeat(32)}`))),
  ],
])('refuses a code %s as %s', async (_, code, make) => {
  const setup = await setupMyQr()

  const verified = verifyMyQr(await make(setup), setup.options)

  await expect(verified).rejects.toMatchObject({ code })
})

function toHighS(s: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  return fromHex((order - BigInt(`0x${toHex(s)}`)).toString(16).padStart(64, '0'))
}

it.each([
  ['over', -25 * hourMs, 'qr_expired'],
  ['in its first second after', -24 * hourMs, 'qr_expired'],
  ['not begun', 61_000, 'qr_not_yet_valid'],
])('refuses a grant that is %s', async (_, offset, code) => {
  const { signPayload, fields, options } = await setupMyQr()
  const notBefore = (now + offset - Date.UTC(2020, 0, 1)) / 1_000

  const text = await signPayload(encode(fields.with(2, notBefore)))

  await expect(verifyMyQr(text, options)).rejects.toMatchObject({ code })
})

// ATTACKS 42
it('42: tells the kinds apart', async () => {
  const { text, options } = await setupMyQr()

  await expect(verifyQr(text, options)).rejects.toMatchObject({ code: 'qr_wrong_kind' })
  await expect(
    verifyMyQr(
      withBytes(text, (bytes) => bytes.set([1], 1)),
      options,
    ),
  ).rejects.toMatchObject({ code: 'qr_wrong_kind' })
})

// ATTACKS 41
it('41: refuses at the second post a screenshot from the first', async () => {
  const { text, options } = await setupMyQr()
  const seen = createSeenCodes()
  await verifyMyQr(text, { ...options, seen })

  const show = (at: number) => verifyMyQr(text, { ...options, seen, now: at })

  await expect(show(now + 20_000)).rejects.toMatchObject({ code: 'qr_replayed' })
  await expect(show(now + 180_000)).rejects.toMatchObject({ code: 'qr_expired' })
})

it('takes the next drawing of the same grant', async () => {
  const { draw, options } = await setupMyQr()
  const seen = createSeenCodes()
  await verifyMyQr(await draw(now), { ...options, seen })

  const next = await verifyMyQr(await draw(now + 30_000), { ...options, seen, now: now + 30_000 })

  expect(next.shownAt).toBe('2021-03-05T01:00:30.000Z')
})

it('knows a code again that was drawn twice in one second', async () => {
  const { draw, options } = await setupMyQr()
  const seen = createSeenCodes()
  await verifyMyQr(await draw(), { ...options, seen })

  const verified = verifyMyQr(await draw(), { ...options, seen })

  await expect(verified).rejects.toMatchObject({ code: 'qr_replayed' })
})

it('asks a shared memory of codes, and notes only what is genuine', async () => {
  const { text, options } = await setupMyQr()
  const noted: string[] = []
  const seen: SeenCodes = { note: async ({ code }) => noted.push(code) === 1 }
  const forged = withBytes(text, (bytes) => (bytes[bytes.length - 65]! += 1))

  await verifyMyQr(forged, { ...options, seen }).catch(() => undefined)
  await verifyMyQr(text, { ...options, seen })

  expect(noted).toEqual([`00c0ffee00000002.${now}`])
})

it('forgets a code once it is too old to be taken', async () => {
  const seen = createSeenCodes()
  await seen.note({ code: 'a', now: 0, until: 90_000 })

  expect(seen.note({ code: 'a', now: 89_999, until: 90_000 })).toBe(false)
  expect(seen.note({ code: 'a', now: 90_000, until: 180_000 })).toBe(true)
})

it('unfolds a compressed point as the engine wrote it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { publicKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign'],
    )
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
    const compressed = Uint8Array.of(2 + (point[64]! & 1), ...point.subarray(1, 33))
    expect(decompressPoint(compressed)).toEqual(point)
  }
})

it.each<[string, Partial<GrantFacts>]>([
  ['an id of another length', { grantId: 'abcd' }],
  ['an id in capitals', { grantId: '00C0FFEE00000002' }],
  ['25 hours', { validHours: 25 }],
  ['no hours', { validHours: 0 }],
  ['a broken time', { notBefore: Number.NaN }],
  ['a negative index', { statusIndex: -1 }],
  ['no name', { displayName: '' }],
  ['a key that is no base64url', { holderKey: '???' }],
  ['a whole point', { holderKey: toBase64url(new Uint8Array(65).fill(4)) }],
])('signs no grant with %s', async (_, wrong) => {
  const { signer, facts } = await setupMyQr()

  await expect(signGrant(signer, { ...facts, ...wrong })).rejects.toThrow(TypeError)
})

it('starts from facts that a grant may hold', async () => {
  const { signer, facts } = await setupMyQr()

  expect(await signGrant(signer, { ...facts, ...grantFacts })).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
})
