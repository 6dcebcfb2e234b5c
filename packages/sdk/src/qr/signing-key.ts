import { exportJWK } from 'jose/key/export'
import { generateKeyPair } from 'jose/key/generate/keypair'
import type { PublicKey } from '../schema/trust.js'
import { checkPublicKey } from './public-key.js'
import { toKid } from './to-kid.js'

/** A private signing key as JSON. It belongs in a file of mode 0600 and nowhere else. */
export interface SigningKey extends PublicKey {
  readonly d: string
}

/**
 * Makes a new P-256 key for signing passes.
 *
 * @example
 * import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
 *
 * const signer = await importSigner(await generateSigningKey())
 */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '', d = '' } = await exportJWK(privateKey)
  const kid = await toKid({ kty: 'EC', crv: 'P-256', x, y })
  return { ...checkPublicKey({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', x, y, kid }), d }
}
