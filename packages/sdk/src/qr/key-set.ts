import type { PublicKey, StatusList } from '../schema/trust.js'
import { checkPublicKey, importPublicKey } from './public-key.js'

/**
 * Whom a verifier believes: one issuer and its public keys, as `GET /.well-known/jwks.json` lists
 * them; or a whole `TrustBundle`, whose status lists and age then count as well.
 */
export interface QrTrust {
  readonly issuer: string
  readonly keys: readonly PublicKey[]
  /** Of a bundle: when it was signed. */
  readonly issuedAt?: string
  /** Of a bundle: which codes were revoked. */
  readonly statusLists?: readonly StatusList[]
}

/**
 * Checks a whole key set and makes it usable, by kid.
 *
 * @throws {TypeError} A key is private, of another kind or under a wrong kid, or two share one: the
 * set is refused as a whole.
 */
export async function openKeySet({ issuer, keys }: QrTrust): Promise<Map<string, CryptoKey>> {
  if (typeof issuer !== 'string' || issuer === '') throw new TypeError('trust.issuer is missing')
  if (!Array.isArray(keys)) throw new TypeError('trust.keys must be an array of public keys')
  const checked = keys.map(checkPublicKey)
  if (new Set(checked.map((key) => key.kid)).size < checked.length)
    throw new TypeError('Two keys of the set have one kid')
  return new Map(
    await Promise.all(
      checked.map(
        async (key): Promise<[string, CryptoKey]> => [key.kid, await importPublicKey(key)],
      ),
    ),
  )
}
