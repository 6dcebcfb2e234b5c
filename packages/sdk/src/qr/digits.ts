import { fromHex, toHex } from './hex.js'

/** Bytes, the first of them not zero, as one big-endian integer in base 10. */
export function toDigits(bytes: Uint8Array): string {
  return BigInt(`0x${toHex(bytes)}`).toString()
}

/** The bytes of a canonical base 10 integer: only 0–9, no leading zero, so one text per value. */
export function fromDigits(text: string): Uint8Array<ArrayBuffer> {
  const hex = BigInt(text).toString(16)
  return fromHex(hex.length % 2 === 0 ? hex : `0${hex}`)
}
