const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const values: ReadonlyMap<string, number> = new Map(pairs.map((pair, byte) => [pair, byte]))

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += pairs[byte]
  return hex
}

/** Lower-case hex of an even length as bytes; what is no hex becomes zero, the caller has checked. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = values.get(hex.slice(2 * at, 2 * at + 2)) ?? 0
  return bytes
}
