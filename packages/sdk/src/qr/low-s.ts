import { fromHex, toHex } from './hex.js'

/** The order of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const scalarLength = 32

export const signatureLength = 2 * scalarLength

const toScalar = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes)}`)
const isInRange = (scalar: bigint, max: bigint) => scalar >= 1n && scalar <= max

/**
 * Whether a signature (r ‖ s, IEEE P1363) has the one form we take: 64 bytes, r and s in range, s in
 * the lower half. With (r, s) an ES256 signature (r, n − s) holds as well: one token, two texts.
 */
export function isLowS(signature: Uint8Array): boolean {
  if (signature.length !== signatureLength) return false
  const r = toScalar(signature.subarray(0, scalarLength))
  const s = toScalar(signature.subarray(scalarLength))
  return isInRange(r, order - 1n) && isInRange(s, order / 2n)
}

/** The same signature with s in the lower half. */
export function toLowS(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (isLowS(signature)) return Uint8Array.from(signature)
  const s = order - toScalar(signature.subarray(scalarLength))
  const low = fromHex(s.toString(16).padStart(2 * scalarLength, '0'))
  return Uint8Array.of(...signature.subarray(0, scalarLength), ...low)
}
