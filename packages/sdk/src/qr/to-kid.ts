import { decode } from 'jose/base64url'
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'
import type { PublicKey } from '../schema/trust.js'
import { toHex } from './hex.js'

/** A key's id in the QR: the first 4 bytes of its RFC 7638 thumbprint, as 8 hex digits. */
export async function toKid({ kty, crv, x, y }: Omit<PublicKey, 'kid' | 'alg' | 'use'>) {
  const thumbprint = await calculateJwkThumbprint({ kty, crv, x, y })
  return toHex(decode(thumbprint).subarray(0, 4))
}
