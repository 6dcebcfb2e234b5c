import { exportJWK, generateKeyPair } from 'jose'
import { expect, it } from 'vitest'
import type { PublicKey } from '../schema/trust.js'
import { verifyQr } from './index.js'
import { now, setupIssuer } from './qr.setup.js'
import { generateSigningKey, importSigner, type Signer, toKeySet } from './sign.js'
import { toKid } from './to-kid.js'

async function makePublicKey(): Promise<PublicKey> {
  return (await importSigner(await generateSigningKey())).publicKey
}

async function verifyWith(keys: unknown, issuer = 'kbyt.example') {
  const { text } = await setupIssuer()
  return verifyQr(text, { trust: { issuer, keys: keys as PublicKey[] }, now })
}

it('finds the key among several of one issuer', async () => {
  const { text, trust } = await setupIssuer()
  const keys = [await makePublicKey(), ...trust.keys, await makePublicKey()]

  expect((await verifyQr(text, { trust: { ...trust, keys }, now })).kid).toBe(trust.keys[0]!.kid)
})

it('knows no key in an empty set', async () => {
  await expect(verifyWith([])).rejects.toMatchObject({ code: 'qr_unknown_key' })
})

it('believes a key that was taken out of the set no longer', async () => {
  const { text, trust } = await setupIssuer()
  const keys = [...trust.keys]
  await verifyQr(text, { trust: { ...trust, keys }, now })

  keys.pop()

  const verified = verifyQr(text, { trust: { ...trust, keys }, now })
  await expect(verified).rejects.toMatchObject({ code: 'qr_unknown_key' })
})

it.each<[string, (key: PublicKey, other: PublicKey) => unknown]>([
  ['no list', () => undefined],
  ['a key set for a list', (key) => ({ keys: [key] })],
  ['null for a key', () => [null]],
  ['a text for a key', () => ['key']],
  ['a private part', (key) => [{ ...key, d: key.x }]],
  ['another curve', (key) => [{ ...key, crv: 'P-384' }]],
  ['a symmetric key', () => [{ kty: 'oct', k: 'AAAA', kid: '00000000', alg: 'ES256', use: 'sig' }]],
  ['a key for encryption', (key) => [{ ...key, use: 'enc' }]],
  ['a key without use', ({ use: _, ...key }) => [key]],
  ['another algorithm', (key) => [{ ...key, alg: 'HS256' }]],
  ['key_ops for encryption', (key) => [{ ...key, key_ops: ['encrypt'] }]],
  ['key_ops for signing too', (key) => [{ ...key, key_ops: ['verify', 'sign'] }]],
  ['one kid twice', (key, other) => [key, { ...other, kid: key.kid }]],
  ['one key twice', (key) => [key, key]],
  ['a kid that is not the thumbprint', (key) => [{ ...key, kid: '00000000' }]],
  ['a kid on the prototype', (key) => [{ ...key, kid: '__proto__' }]],
  ['a kid that is a list', (key) => [{ ...key, kid: [key.kid] }]],
  ['a coordinate with spare bits', (key) => [{ ...key, x: `${key.x.slice(0, 42)}B` }]],
  ['a good key beside a bad one', (key, other) => [key, { ...other, d: other.x }]],
  ['members that are inherited', (key) => [Object.create(key)]],
])('refuses a set with %s', async (_, makeKeys) => {
  const [key, other] = [await makePublicKey(), await makePublicKey()]

  await expect(verifyWith(makeKeys(key, other))).rejects.toThrow(TypeError)
})

it('takes a key that says it only verifies', async () => {
  const { text, trust } = await setupIssuer()
  const keys = trust.keys.map((key) => ({ ...key, key_ops: ['verify'] }))

  expect((await verifyQr(text, { trust: { ...trust, keys }, now })).kid).toBe(keys[0]!.kid)
})

it('refuses a point that is not on the curve', async () => {
  const key = await makePublicKey()
  const [x, y] = [key.y, key.x]
  const kid = await toKid({ kty: 'EC', crv: 'P-256', x, y })

  await expect(verifyWith([{ ...key, x, y, kid }])).rejects.toThrow(TypeError)
})

it('refuses a P-384 key', async () => {
  const { publicKey } = await generateKeyPair('ES384', { extractable: true })
  const jwk = await exportJWK(publicKey)

  const verified = verifyWith([{ ...jwk, kid: '00000000', alg: 'ES256', use: 'sig' }])

  await expect(verified).rejects.toThrow(TypeError)
})

it('refuses to trust nobody in particular', async () => {
  await expect(verifyWith([], '')).rejects.toThrow(TypeError)
})

it('does not publish two keys under one kid', async () => {
  const { signer } = await setupIssuer()
  const twin: Signer = { ...signer, publicKey: { ...signer.publicKey, x: 'other' } }

  expect(() => toKeySet([signer, twin])).toThrow(TypeError)
})
