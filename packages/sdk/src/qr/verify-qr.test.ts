import { compactVerify, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { isKbytError } from '../errors.js'
import { checkedPassSchema } from '../schema/pass.js'
import { verifyQr } from './index.js'
import { facts, measureMs, now, setupIssuer, vectors } from './qr.setup.js'
import { signPass } from './sign.js'

const trustOfVectors = vectors.trust as Parameters<typeof verifyQr>[1]['trust']

it('returns what was signed', async () => {
  const { signer, text, options } = await setupIssuer()

  const pass = await verifyQr(text, options)

  expect(pass).toMatchObject({
    passId: '00c0ffee00000001',
    statusIndex: 65_537,
    kind: 'domestic',
    displayName: 'N.T.P. Thảo',
    birthYear: 1990,
    idEnding: '345',
    declaredAt: '2021-03-03T01:00:00.000Z',
    validUntil: '2021-03-10T01:00:00.000Z',
    isPrinted: false,
    shouldAskOfficer: false,
    issuer: 'kbyt.example',
    kid: signer.kid,
  })
  expect(checkedPassSchema.parse(pass)).toMatchObject({ passId: facts.passId })
  expect(JSON.parse(JSON.stringify(pass))).toEqual(pass)
})

it('returns a JWS that plain jose takes', async () => {
  const { text, trust, options } = await setupIssuer()
  const { jws, kid } = await verifyQr(text, options)

  const { protectedHeader, payload } = await compactVerify(jws, await importJWK(trust.keys[0]!))

  expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'kbyt-pass' })
  expect(payload.length).toBeLessThanOrEqual(52)
})

it('keeps the facts of an entry pass', async () => {
  const { signer, options } = await setupIssuer()
  const stays = [
    { wardCode: '00001', firstDaysBefore: 23, lastDaysBefore: 0 },
    { wardCode: '19750', firstDaysBefore: 5, lastDaysBefore: 5 },
  ]
  const entry = { placesVersion: '2025-07', destinationWard: '19756', stays }

  const text = await signPass(signer, { ...facts, kind: 'entry', entry })

  expect(await verifyQr(text, options)).toMatchObject({ kind: 'entry', entry })
})

it.each(['\n', '\t', '\r\n', ' ', '\u00A0', '\uFEFF'])(
  'ignores %j around the text, not inside',
  async (blank) => {
    const { text, options } = await setupIssuer()

    const pass = await verifyQr(`${blank}${text}${blank}`, options)

    expect(pass.passId).toBe(facts.passId)
    await expect(
      verifyQr(`${text.slice(0, 9)}${blank}${text.slice(9)}`, options),
    ).rejects.toMatchObject({ code: 'qr_foreign' })
  },
)

it.each(vectors.valid)('takes the vector "$name"', async ({ text, pass }) => {
  expect(await verifyQr(text, { trust: trustOfVectors, now: vectors.now })).toEqual(pass)
})

it.each(vectors.invalid)('refuses the vector "$name" as $code', async ({ text, code }) => {
  const verified = verifyQr(text, { trust: trustOfVectors, now: vectors.now })

  await expect(verified).rejects.toMatchObject({ code })
})

it('takes the time of the machine when none is given', async () => {
  const { signer, trust } = await setupIssuer()
  const [today, old] = await Promise.all([
    signPass(signer, { ...facts, declaredAt: Date.now() }),
    signPass(signer, facts),
  ])

  expect((await verifyQr(today, { trust })).passId).toBe(facts.passId)
  await expect(verifyQr(old, { trust })).rejects.toMatchObject({ code: 'qr_expired' })
})

it.each([
  ['digits', '7'.repeat(1_000_000)],
  ['blanks', ' '.repeat(1_000_000)],
  ['zeros', '0'.repeat(1_000_000)],
  ['blanks around', `${' '.repeat(500_000)}1${' '.repeat(499_999)}`],
  ['separators', '|'.repeat(1_000_000)],
  ['an address', `https://${'a'.repeat(1_000_000)}`],
  ['surrogates', '\uD800'.repeat(1_000_000)],
])('refuses a million characters at once: %s', async (_, text) => {
  const { options } = await setupIssuer()
  const verify = () => verifyQr(text, options).catch((reason: unknown) => reason)

  const error = await verify()

  expect(await measureMs(verify)).toBeLessThan(20)
  expect(isKbytError(error)).toBe(true)
})

it.each([
  ['no text', undefined, now],
  ['a number for a text', 1, now],
  ['a broken clock', '1', Number.NaN],
  ['a clock without an end', '1', Number.POSITIVE_INFINITY],
])('tells the developer of %s', async (_, text, at) => {
  const { trust } = await setupIssuer()

  await expect(verifyQr(text as string, { trust, now: at })).rejects.toThrow(TypeError)
})
