import { encodeGrant } from './encode-grant.js'
import type { GrantFacts } from './grant-facts.js'
import { toJws } from './jws.js'
import type { Signer } from './signer.js'

/**
 * Signs a grant: for a day at most, a device may draw my QRs with its key. The result is a compact
 * JWS, which `createMyQr` takes.
 *
 * @throws {TypeError} A fact is out of its range.
 * @example
 * import { type Signer, signGrant } from '@kbyt/sdk/qr/sign'
 *
 * function grant(signer: Signer, holderKey: string) {
 *   return signGrant(signer, {
 *     grantId: '00c0ffee00000001', // 8 random bytes
 *     statusIndex: 1,
 *     notBefore: Date.now(),
 *     validHours: 24,
 *     displayName: 'N.T.P. Thảo',
 *     birthYear: 1990,
 *     holderKey,
 *   })
 * }
 */
export async function signGrant(signer: Signer, facts: GrantFacts): Promise<string> {
  const payload = encodeGrant(facts)
  const signature = await signer.sign('my-qr', payload)
  return toJws({ kind: 'my-qr', kid: signer.kid }, { payload, signature })
}
