import type { PublicKey } from '../schema/trust.js'
import { toHex } from './hex.js'

/** A key's id in the QR: the first 4 bytes of its RFC 7638 thumbprint, as 8 hex digits. */
export async function toKid({ kty, crv, x, y }: Omit<PublicKey, 'kid' | 'alg' | 'use'>) {
  const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }))
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', members)).subarray(0, 4))
}
