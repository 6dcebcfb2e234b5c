import type { QrTrust } from './key-set.js'
import { type OpenTrust, openTrust } from './open-trust.js'

/** What every verification needs. */
export interface VerifyQrOptions {
  /** An issuer with its keys, or the bundle that `verifyTrustBundle` checked. */
  readonly trust: QrTrust
  /** Milliseconds since 1970. @defaultValue `Date.now()` */
  readonly now?: number
}

/** @throws {TypeError} What the developer passed cannot be worked with. */
export async function openOptions(
  text: string,
  { trust, now = Date.now() }: VerifyQrOptions,
): Promise<{ trust: OpenTrust; now: number }> {
  if (typeof text !== 'string') throw new TypeError('text must be a string')
  if (!Number.isFinite(now)) throw new TypeError('now must be milliseconds since 1970')
  return { trust: await openTrust(trust), now }
}
