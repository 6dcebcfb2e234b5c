import type { Vault } from '../vault.js'
import { createWebVaultOf } from './web-vault.js'

/**
 * A vault on WebCrypto made of one secret, for browsers and the mock.
 *
 * @throws {TypeError} when the secret has fewer than 16 bytes.
 * @example
 * const vault = createWebVault(crypto.getRandomValues(new Uint8Array(32)))
 */
export function createWebVault(secret: Uint8Array): Vault {
  return createWebVaultOf({
    indexKey: secret,
    otpKey: secret,
    encryptionKeys: [{ id: 'web', secret }],
  })
}
