import { compactVerify, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { now } from '../qr/qr.setup.js'
import { createStatusList, generateSigningKey, importSigner, signTrustBundle } from '../qr/sign.js'
import { verifyQr } from '../qr/verify-qr.js'
import { verifyTrustBundle } from './index.js'
import { hourMs, readClaims, setupTrust } from './trust.setup.js'

it('returns what was signed', async () => {
  const { jws, options, signer, bundleFacts } = await setupTrust()

  const bundle = await verifyTrustBundle(jws, options)

  expect(bundle).toEqual({
    ...bundleFacts,
    keys: [signer.publicKey],
    issuedAt: '2021-03-05T00:00:00.000Z',
  })
  expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle)
})

it('is a JWS that plain jose takes, with the registered claims', async () => {
  const { jws, root } = await setupTrust()

  const { protectedHeader } = await compactVerify(jws, await importJWK(root.keys[0]!))

  expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'kbyt-bundle' })
  expect(JSON.parse(readClaims(jws))).toMatchObject({ iss: 'kbyt.example', iat: 1_614_902_400 })
})

it('vouches for a pass, and refuses it once it is revoked', async () => {
  const { jws, sign, revoking, options, text } = await setupTrust()
  const trust = await verifyTrustBundle(jws, options)
  const newer = await verifyTrustBundle(await sign({ statusLists: [revoking] }), options)

  expect((await verifyQr(text, { trust, now })).kid).toBe(trust.keys[0]!.kid)
  await expect(verifyQr(text, { trust: newer, now })).rejects.toMatchObject({ code: 'qr_revoked' })
})

it('vouches as well after a way through JSON, as a page keeps it', async () => {
  const { sign, revoking, options, text } = await setupTrust()
  const bundle = await verifyTrustBundle(await sign({ statusLists: [revoking] }), options)
  const trust: typeof bundle = JSON.parse(JSON.stringify(bundle))

  await expect(verifyQr(text, { trust, now })).rejects.toMatchObject({ code: 'qr_revoked' })
})

it('takes either root while one follows the other', async () => {
  const { jws, root } = await setupTrust()
  const next = (await importSigner(await generateSigningKey())).publicKey
  const keys = [next, ...root.keys]

  expect((await verifyTrustBundle(jws, { root: { ...root, keys }, now })).counter).toBe(7)
})

it('takes a bundle without a policy, of no keys, lists or areas', async () => {
  const { rootSigner, options } = await setupTrust()
  const jws = await signTrustBundle(rootSigner, {
    issuer: 'kbyt.example',
    counter: 0,
    issuedAt: now,
    keys: [],
    statusLists: [],
    areas: [],
  })

  const bundle = await verifyTrustBundle(jws, options)

  expect(bundle).toMatchObject({ counter: 0, keys: [], statusLists: [], areas: [] })
  expect('policy' in bundle).toBe(false)
})

it('takes names that look like numbers in a policy, wherever they stand', async () => {
  const { sign, options } = await setupTrust()
  const policy = { version: 1, byWard: { b: 1, 46: 2, a: 3, 7: 4 } }

  const { policy: read } = await verifyTrustBundle(await sign({ policy }), options)

  expect(read).toEqual(policy)
})

it('takes members that a newer server adds, and does not hand them on', async () => {
  const { rootKey, jws, options } = await setupTrust()
  const { signRaw } = await import('./trust.setup.js')
  const claims = readClaims(jws).replace('{"iss"', '{"next":1,"iss"')

  const bundle = await verifyTrustBundle(await signRaw(rootKey, claims), options)

  expect('next' in bundle).toBe(false)
})

it('takes the time of the machine when none is given', async () => {
  const { sign, root } = await setupTrust()

  expect(await verifyTrustBundle(await sign({ issuedAt: Date.now() }), { root })).toBeDefined()
})

it.each([
  ['a root without keys', { issuer: 'kbyt.example' }],
  ['a root without an issuer', { keys: [] }],
  ['no root', {}],
])('tells the developer of %s', async (_, root) => {
  const { jws } = await setupTrust()

  await expect(verifyTrustBundle(jws, { root: root as never, now })).rejects.toThrow(TypeError)
})

it('tells the developer of no text and of a broken clock', async () => {
  const { jws, root } = await setupTrust()

  await expect(verifyTrustBundle(1 as never, { root, now })).rejects.toThrow(TypeError)
  await expect(verifyTrustBundle(jws, { root, now: Number.NaN })).rejects.toThrow(TypeError)
})

it.each([
  ['a private key', async () => ({ keys: [await generateSigningKey()] })],
  ['a negative counter', () => ({ counter: -1 })],
  ['half a counter', () => ({ counter: 0.5 })],
  ['a broken time', () => ({ issuedAt: Number.NaN })],
  ['a time before 1970', () => ({ issuedAt: -hourMs })],
  ['no issuer', () => ({ issuer: '' })],
  [
    'a list of 4 bits',
    async () => ({ statusLists: [{ ...(await createStatusList(1, [])), bits: 4 }] }),
  ],
])('signs no bundle with %s', async (_, make) => {
  const { sign } = await setupTrust()

  await expect(sign((await make()) as never)).rejects.toThrow(TypeError)
})
