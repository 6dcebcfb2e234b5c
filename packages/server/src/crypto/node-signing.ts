import { createPrivateKey, sign } from 'node:crypto'
import type { OpenKey } from '@kbyt/sdk/qr/sign'

/**
 * Signs on the thread that asks. WebCrypto goes through one of Node's four threads, which costs more
 * than the signature, and waits there for passwords being hashed.
 *
 * @example
 * const signer = await importSigner(await generateSigningKey(), openKey)
 */
export const openKey: OpenKey = ({ kty, crv, x, y, d }) => {
  const key = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' })
  return (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
}
