import { type TrustBundle, type TrustClaims, trustClaimsSchema } from '../schema/trust.js'
import { toJws } from './jws.js'
import { checkPublicKey } from './public-key.js'
import type { Signer } from './signer.js'

/** A bundle before it is signed; `issuedAt` in milliseconds since 1970, kept in whole seconds. */
export interface TrustBundleFacts extends Omit<TrustBundle, 'issuedAt'> {
  readonly issuedAt: number
}

/**
 * Signs a trust bundle with the root key, whose public half verifiers have pinned. The result is a
 * compact JWS of the type `kbyt-bundle`.
 *
 * @throws {TypeError} A key is private or of another kind, or a claim is out of its range.
 * @example
 * import { type Signer, createStatusList, signTrustBundle, toKeySet } from '@kbyt/sdk/qr/sign'
 *
 * async function publish(root: Signer, signer: Signer, counter: number) {
 *   return signTrustBundle(root, {
 *     issuer: 'kbyt.example',
 *     counter, // one more than the last
 *     issuedAt: Date.now(),
 *     ...toKeySet([signer]),
 *     statusLists: [await createStatusList(1, [{ statusIndex: 65_537, status: 'revoked' }])],
 *     areas: [{ code: '19756', name: 'Phường Thuận Hòa' }],
 *   })
 * }
 */
export async function signTrustBundle(root: Signer, facts: TrustBundleFacts): Promise<string> {
  const payload = new TextEncoder().encode(toCanonicalJson(toClaims(facts)))
  const signature = await root.sign('bundle', payload)
  return toJws({ kind: 'bundle', kid: root.kid }, { payload, signature })
}

function toClaims({ issuer, issuedAt, keys, ...rest }: TrustBundleFacts): TrustClaims {
  const iat = Math.floor(issuedAt / 1_000)
  const { data, error } = trustClaimsSchema.safeParse({
    iss: issuer,
    iat,
    ...rest,
    keys: keys.map(checkPublicKey),
  })
  if (!data) throw new TypeError('A claim of the bundle is out of its range', { cause: error })
  return data
}

/** Twice, because reading moves names that look like numbers to the front. */
const toCanonicalJson = (claims: TrustClaims) => JSON.stringify(JSON.parse(JSON.stringify(claims)))
