import { encode } from 'jose/base64url'
import { CompactSign } from 'jose/jws/compact/sign'
import { toLowS } from '../qr/low-s.js'
import { facts, now, setupIssuer } from '../qr/qr.setup.js'
import {
  createStatusList,
  generateSigningKey,
  importSigner,
  type SigningKey,
  signTrustBundle,
  type TrustBundleFacts,
} from '../qr/sign.js'
import type { TrustRoot } from './index.js'

export const hourMs = 3_600_000

/** A root, an issuer under it, one bundle made an hour ago, and the ways to tamper with it. */
export async function setupTrust() {
  const { signer, trust, text } = await setupIssuer()
  const rootKey = await generateSigningKey()
  const rootSigner = await importSigner(rootKey)
  const root: TrustRoot = { issuer: 'kbyt.example', keys: [rootSigner.publicKey] }
  const bundleFacts: TrustBundleFacts = {
    ...trust,
    counter: 7,
    issuedAt: now - hourMs,
    statusLists: [await createStatusList(1, [])],
    policy: { version: 3, zones: [] },
    areas: [{ code: '19756', name: 'Phường Thuận Hòa' }],
  }
  const sign = (changed: Partial<TrustBundleFacts> = {}) =>
    signTrustBundle(rootSigner, { ...bundleFacts, ...changed })
  const jws = await sign()
  const revoking = await createStatusList(1, [
    { statusIndex: facts.statusIndex, status: 'revoked' },
  ])
  const made = { bundleFacts, sign, jws, revoking, text }
  return { signer, rootKey, rootSigner, root, options: { root, now }, ...made }
}

/** A bundle over any payload and header, signed for real, s in the lower half. */
export async function signRaw(
  key: SigningKey,
  payload: Uint8Array | string,
  header: Record<string, unknown> = {},
): Promise<string> {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
  const token = new CompactSign(bytes).setProtectedHeader({
    alg: 'ES256',
    kid: key.kid,
    typ: 'kbyt-bundle',
    ...header,
  })
  const signed = await token.sign(await importKey(key), { crit: { x: true } })
  const [head, body, signature = ''] = signed.split('.')
  return `${head}.${body}.${encode(toLowS(fromBase64url(signature)))}`
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const importKey = ({ kty, crv, x, y, d }: SigningKey) =>
  crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, curve, false, ['sign'])

export const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))

/** The claims of a bundle as text. */
export const readClaims = (jws: string) =>
  new TextDecoder().decode(fromBase64url(jws.split('.')[1] ?? ''))

/** The bundle under any header text; the signature stays or is replaced. */
export function withHeader(
  jws: string,
  header: string,
  signature = jws.split('.')[2] ?? '',
): string {
  return `${encode(header)}.${jws.split('.')[1]}.${signature}`
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** One more than the last digit: the same bytes, if spare bits did not count. */
export function withSpareBits(jws: string): string {
  return jws.slice(0, -1) + alphabet[alphabet.indexOf(jws.at(-1) ?? '') + 1]
}
