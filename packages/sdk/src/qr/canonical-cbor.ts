import { decode, encode } from 'cborg'
import { KbytError } from '../errors.js'

/** Deterministic CBOR (RFC 8949 §4.2). */
export function encodeCbor(value: unknown): Uint8Array<ArrayBuffer> {
  return encode(value)
}

const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

/**
 * Reads deterministic CBOR. What was read is written again and compared byte by byte: a library lets
 * floats, long integers and broken UTF-8 through.
 *
 * @throws {KbytError} `qr_malformed`: no CBOR, or not the one encoding of its value.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, {
      strict: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
      rejectDuplicateMapKeys: true,
    })
    if (isSame(encodeCbor(value), bytes)) return value
  } catch (cause) {
    throw new KbytError('qr_malformed', { cause })
  }
  throw new KbytError('qr_malformed', { message: 'The payload is not deterministic CBOR' })
}
