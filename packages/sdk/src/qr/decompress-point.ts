import { fromHex, toHex } from './hex.js'

/** The field of P-256 and the b of y² = x³ − 3x + b (SEC 2, 2.4.2). */
const prime = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

function toPower(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let factor = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % prime
    factor = (factor * factor) % prime
  }
  return result
}

/**
 * A compressed point (SEC 1, 2.3.4) as 0x04 ‖ x ‖ y: not every WebCrypto takes the short form. The
 * points are public, so nothing here need run in constant time.
 *
 * @throws {TypeError} It is no point of P-256.
 */
export function decompressPoint(point: Uint8Array): Uint8Array<ArrayBuffer> {
  const [sign = 0] = point
  const x = BigInt(`0x${toHex(point.subarray(1))}`)
  const square = ((((x * x - 3n) * x + b) % prime) + prime) % prime
  const root = toPower(square, (prime + 1n) / 4n) // prime % 4 is 3
  const isPoint = (sign === 2 || sign === 3) && x < prime && (root * root) % prime === square
  if (!isPoint) throw new TypeError('The bytes are no compressed point of P-256')
  const y = (root & 1n) === BigInt(sign & 1) ? root : prime - root
  return Uint8Array.of(4, ...point.subarray(1), ...fromHex(y.toString(16).padStart(64, '0')))
}
