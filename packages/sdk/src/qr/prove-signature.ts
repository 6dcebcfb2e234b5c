import { compactVerify } from 'jose/jws/compact/verify'
import { KbytError } from '../errors.js'
import type { Envelope } from './envelope.js'
import { type SignedPayload, toJws } from './jws.js'

/**
 * Proves that an issuer of ours signed this payload under this kind, and returns the JWS of both.
 *
 * @throws {KbytError} `qr_unknown_key`, `qr_forged`.
 */
export async function proveSignature(
  keys: ReadonlyMap<string, CryptoKey>,
  envelope: Pick<Envelope, 'kind' | 'kid'>,
  signed: SignedPayload,
): Promise<string> {
  const key = keys.get(envelope.kid)
  if (!key) throw new KbytError('qr_unknown_key')
  const jws = toJws(envelope, signed)
  try {
    await compactVerify(jws, key, { algorithms: ['ES256'] })
  } catch (cause) {
    throw new KbytError('qr_forged', { cause })
  }
  return jws
}
