import type { StatusList } from '../schema/trust.js'
import { openKeySet, type QrTrust } from './key-set.js'

/** A trust ready for use. */
export interface OpenTrust {
  readonly issuer: string
  readonly keys: ReadonlyMap<string, CryptoKey>
  /** What a bundle knows beyond keys, and since when (milliseconds since 1970). */
  readonly bundle:
    | { readonly issuedAt: number; readonly statusLists: readonly StatusList[] }
    | undefined
}

/**
 * Checks a trust and makes it usable.
 *
 * @throws {TypeError} It is misconfigured.
 */
export async function openTrust(trust: QrTrust): Promise<OpenTrust> {
  const keys = await openKeySet(trust)
  return { issuer: trust.issuer, keys, bundle: openBundle(trust) }
}

/** Half a bundle would pass for plain keys, and a revoked code for a valid one. */
function openBundle({ issuedAt, statusLists }: QrTrust): OpenTrust['bundle'] {
  if (issuedAt === undefined && statusLists === undefined) return undefined
  const at = Date.parse(issuedAt ?? '')
  if (!Array.isArray(statusLists) || Number.isNaN(at))
    throw new TypeError('trust is half a bundle: hand on what verifyTrustBundle returned')
  return { issuedAt: at, statusLists }
}
