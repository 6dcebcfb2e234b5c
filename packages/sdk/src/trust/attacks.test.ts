import { exportJWK, generateKeyPair } from 'jose'
import { encode } from 'jose/base64url'
import { describe, expect, it, vi } from 'vitest'
import { concat, makeMac, toBytes } from '../qr/bytes.setup.js'
import { fromHex, toHex } from '../qr/hex.js'
import { now } from '../qr/qr.setup.js'
import { generateSigningKey, importSigner } from '../qr/sign.js'
import type { PublicKey } from '../schema/trust.js'
import { verifyTrustBundle } from './index.js'
import {
  fromBase64url,
  readClaims,
  setupTrust,
  signRaw,
  withHeader,
  withSpareBits,
} from './trust.setup.js'

// ATTACKS.md §10 on the trust bundle, the one JWS that travels as such. The same cases on the QR, whose
// header does not travel, stand in ../qr/attacks.test.ts. All of them run in Chromium too, by
// ../qr/attacks.browser.test.ts, but for files, sockets and the memory of bomb.test.ts.
//
// | case              | bundle here                                   | QR                                |
// |-------------------|-----------------------------------------------|-----------------------------------|
// | 1–10, 21, 26      | another header: trust_malformed, never obeyed | over another header: qr_forged    |
// | 11–14             | in the bundle's keys and in the root          | in the key set: TypeError         |
// | 15–18             | the signature's and the text's one form       | the same, of digits               |
// | 19, 20            | not listed for the bundle                     | blanks around; the upper s        |
// | 22, 23, 28, 29    | claims in canonical JSON only                 | deterministic CBOR only           |
// | 24, 25, 27        | iat, iss                                      | declared at, kid                  |
// | 30–32             | status lists: limit while inflating           | no compression at all             |
// | 33–35, 40         | –                                             | ../qr/revocation.test.ts          |
// | 36                | create-trust-keeper.test.ts                   | –                                 |
// | 37, 38            | lists and keys in the bundle                  | 38 in key-set.test.ts             |
// | 39                | get-key-set.test.ts                           | –                                 |
// | 41, 42, 44, 45    | –                                             | verify-my-qr, verify-venue-qr     |
// | 43, 47, 48        | –                                             | ../qr/recognize-qr.test.ts        |
// | 46                | the scanner of @kbyt/widgets                  | –                                 |

type Setup = Awaited<ReturnType<typeof setupTrust>>

it('takes what the attacks below start from', async () => {
  const { jws, rootKey, options } = await setupTrust()

  expect(await verifyTrustBundle(jws, options)).toEqual(
    await verifyTrustBundle(await signRaw(rootKey, readClaims(jws)), options),
  )
})

describe('another header is refused, signed or not', () => {
  it.each<[string, (setup: Setup) => string | Promise<string>]>([
    ['1: alg none', ({ jws }) => withHeader(jws, '{"alg":"none"}', '')],
    ['2: alg None', ({ jws }) => withHeader(jws, '{"alg":"None"}', '')],
    ['2: alg nOnE', ({ jws }) => withHeader(jws, '{"alg":"nOnE"}', '')],
    [
      '3: HS256 with the public key as the secret',
      async ({ jws, root: { keys } }) => {
        const header = JSON.stringify({ alg: 'HS256', kid: keys[0]!.kid, typ: 'kbyt-bundle' })
        const input = `${encode(header)}.${jws.split('.')[1]}`
        const mac = await makeMac('SHA-256', JSON.stringify(keys[0]), toBytes(input))
        return withHeader(jws, header, encode(mac))
      },
    ],
    [
      '21: alg twice',
      ({ jws, rootKey: { kid } }) =>
        withHeader(jws, `{"alg":"none","alg":"ES256","kid":"${kid}","typ":"kbyt-bundle"}`),
    ],
    [
      '21: blanks',
      ({ jws, rootKey: { kid } }) =>
        withHeader(jws, `{"alg":"ES256", "kid":"${kid}","typ":"kbyt-bundle"}`),
    ],
  ])('%s', async (_, attack) => {
    const setup = await setupTrust()

    const verified = verifyTrustBundle(await attack(setup), setup.options)

    await expect(verified).rejects.toMatchObject({ code: 'trust_malformed' })
  })

  it.each<[string, Record<string, unknown>]>([
    ['4: jwk of the attacker', { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }],
    ['5: jku', { jku: 'http://127.0.0.1:9/' }],
    ['5: x5u', { x5u: 'http://127.0.0.1:9/' }],
    ['6: crit', { crit: ['x'], x: 1 }],
    ['7: b64 without crit', { b64: false }],
    ['8: zip', { zip: 'DEF' }],
    ['9: no kid', { kid: undefined }],
    ['10: kid a list', { kid: ['a'] }],
    ['10: kid a number', { kid: 1 }],
    ['10: kid __proto__', { kid: '__proto__' }],
    ['10: kid a path', { kid: '../../key' }],
    ['26: typ of a session', { typ: 'JWT' }],
    ['26: typ of a pass', { typ: 'kbyt-pass' }],
    ['26: no typ', { typ: undefined }],
  ])('%s', async (_, header) => {
    const { rootKey, jws, options } = await setupTrust()
    const fetching = vi.spyOn(globalThis, 'fetch')

    const text = await signRaw(rootKey, readClaims(jws), header)

    await expect(verifyTrustBundle(text, options)).rejects.toMatchObject({
      code: 'trust_malformed',
    })
    expect(fetching).not.toHaveBeenCalled()
    fetching.mockRestore()
  })

  it('6: empty crit', async () => {
    const { jws, rootKey, options } = await setupTrust()
    const header = { alg: 'ES256', kid: rootKey.kid, typ: 'kbyt-bundle', crit: [] }

    const verified = verifyTrustBundle(withHeader(jws, JSON.stringify(header)), options)

    await expect(verified).rejects.toMatchObject({ code: 'trust_malformed' })
  })
})

it("4: another's key under the root's kid is forged", async () => {
  const { jws, rootKey, options } = await setupTrust()
  const stranger = { ...(await generateSigningKey()), kid: rootKey.kid }

  const verified = verifyTrustBundle(await signRaw(stranger, readClaims(jws)), options)

  await expect(verified).rejects.toMatchObject({ code: 'trust_forged' })
})

it('9, 27: a root that is not pinned is forged, the key of the issuer included', async () => {
  const { signer, bundleFacts, options } = await setupTrust()
  const { signTrustBundle } = await import('../qr/sign.js')

  const verified = verifyTrustBundle(await signTrustBundle(signer, bundleFacts), options)

  await expect(verified).rejects.toMatchObject({ code: 'trust_forged' })
})

it("27: another province's bundle under one root is forged", async () => {
  const { sign, options } = await setupTrust()

  const verified = verifyTrustBundle(await sign({ issuer: 'kbyt.danang.example' }), options)

  await expect(verified).rejects.toMatchObject({ code: 'trust_forged' })
})

describe('the keys of a bundle are refused as a whole', () => {
  it.each<[string, (key: PublicKey, other: PublicKey) => unknown[]]>([
    ['11: one kid twice', (key, other) => [key, { ...other, kid: key.kid }]],
    ['11: one key twice', (key) => [key, key]],
    ['12: a symmetric key', (key) => [key, { kty: 'oct', k: 'c2VjcmV0', kid: '00000000' }]],
    ['13: use enc', (key) => [{ ...key, use: 'enc' }]],
    ['13: key_ops encrypt', (key) => [{ ...key, key_ops: ['encrypt'] }]],
    ['38: a private part', (key) => [{ ...key, d: key.x }]],
    ['a key that is null', () => [null]],
    ['a point off the curve', (key) => [{ ...key, x: key.y, y: key.x }]],
  ])('%s', async (_, makeKeys) => {
    const { jws, rootKey, options, signer } = await setupTrust()
    const other = await importSigner(await generateSigningKey())
    const keys = makeKeys(signer.publicKey, other.publicKey)
    const claims = JSON.stringify({ ...JSON.parse(readClaims(jws)), keys })

    const verified = verifyTrustBundle(await signRaw(rootKey, claims), options)

    await expect(verified).rejects.toMatchObject({ code: 'trust_malformed' })
  })

  it('14: P-384, in the bundle and for a root', async () => {
    const { jws, rootKey, options, root } = await setupTrust()
    const { publicKey } = await generateKeyPair('ES384', { extractable: true })
    const key = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: '00000000' }
    const claims = JSON.stringify({ ...JSON.parse(readClaims(jws)), keys: [key] })

    const text = await signRaw(rootKey, claims)
    const otherRoot = { ...root, keys: [key as PublicKey] }

    await expect(verifyTrustBundle(text, options)).rejects.toMatchObject({
      code: 'trust_malformed',
    })
    await expect(verifyTrustBundle(jws, { root: otherRoot, now })).rejects.toThrow(TypeError)
  })
})

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** The bundle with its signature changed. */
function withSignature(jws: string, change: (signature: Uint8Array) => Uint8Array): string {
  const [header, payload, signature = ''] = jws.split('.')
  return `${header}.${payload}.${encode(change(fromBase64url(signature)))}`
}

describe('a signature or text in another form is refused', () => {
  it.each<[string, string, (jws: string) => string]>([
    [
      '15: DER',
      'trust_malformed',
      (jws) => withSignature(jws, (it) => Uint8Array.of(0x30, 0x44, 2, 0x20, ...it)),
    ],
    ['16: r = 0, s = 0', 'trust_malformed', (jws) => withSignature(jws, (it) => it.fill(0))],
    [
      '16: r = s = 1',
      'trust_forged',
      (jws) => withSignature(jws, (it) => it.fill(0).fill(1, 31, 32).fill(1, 63)),
    ],
    [
      '16: r = the order',
      'trust_malformed',
      (jws) => withSignature(jws, (it) => concat(fromHex(order.toString(16)), it.slice(32))),
    ],
    [
      '20: s → n − s',
      'trust_malformed',
      (jws) =>
        withSignature(jws, (it) => {
          const high = (order - BigInt(`0x${toHex(it.slice(32))}`)).toString(16).padStart(64, '0')
          return concat(it.slice(0, 32), fromHex(high))
        }),
    ],
    ['17: padding', 'trust_malformed', (jws) => `${jws}==`],
    ['18: spare bits', 'trust_malformed', withSpareBits],
    ['19: a line end', 'trust_malformed', (jws) => `${jws}\n`],
    ['19: a blank', 'trust_malformed', (jws) => ` ${jws}`],
    ['a fourth part', 'trust_malformed', (jws) => `${jws}.`],
    ['two parts', 'trust_malformed', (jws) => jws.slice(0, jws.lastIndexOf('.'))],
    ['standard base64', 'trust_malformed', (jws) => jws.replaceAll('.', '+')],
    ['no payload', 'trust_malformed', (jws) => jws.replace(/\..*\./, '..')],
    ['nothing', 'trust_malformed', () => ''],
    ['HTML of a captive portal', 'trust_malformed', () => '<html><body>Wi-Fi</body></html>'],
  ])('%s', async (_, code, change) => {
    const { jws, options } = await setupTrust()

    const verified = verifyTrustBundle(change(jws), options)

    await expect(verified).rejects.toMatchObject({ code })
  })
})
