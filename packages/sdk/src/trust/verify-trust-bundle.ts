import { KbytError } from '../errors.js'
import { skewMs } from '../qr/judge.js'
import type { TrustBundle } from '../schema/trust.js'
import { openTrustBundle, type TrustRoot } from './open-trust-bundle.js'

/** Whom {@link verifyTrustBundle} trusts, and when it is. */
export interface VerifyTrustBundleOptions {
  readonly root: TrustRoot
  /** Milliseconds since 1970. @defaultValue `Date.now()` */
  readonly now?: number
}

/**
 * Checks a trust bundle against the pinned root and returns what a verifier works from, for `verifyQr`
 * and its kin. It says nothing of rollback: see {@link createTrustKeeper}.
 *
 * @throws {KbytError} `trust_malformed`: damaged, or another form than ours. `trust_forged`: not
 * signed by the root, or another issuer's. `trust_not_yet_valid`: dated over a minute ahead of our
 * clock.
 * @throws {TypeError} The root is misconfigured.
 * @example
 * import { type TrustRoot, verifyTrustBundle } from '@kbyt/sdk/trust'
 * import { verifyQr } from '@kbyt/sdk/qr'
 *
 * async function check(scanned: string, jws: string, root: TrustRoot) {
 *   const trust = await verifyTrustBundle(jws, { root })
 *   return verifyQr(scanned, { trust })
 * }
 */
export async function verifyTrustBundle(
  jws: string,
  { root, now = Date.now() }: VerifyTrustBundleOptions,
): Promise<TrustBundle> {
  if (!Number.isFinite(now)) throw new TypeError('now must be milliseconds since 1970')
  const bundle = await openTrustBundle(jws, root)
  if (Date.parse(bundle.issuedAt) > now + skewMs) throw new KbytError('trust_not_yet_valid')
  return bundle
}
