// What the attacks are made of, in Node and in a browser alike.

/** Bytes in a row. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const toBytes = (text: string) => new TextEncoder().encode(text)

/** zlib (RFC 1950), or the bare stream in it. */
export async function deflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: CompressionFormat = 'deflate',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** HMAC under a secret that somebody took a public key for. */
export async function makeMac(
  hash: 'SHA-256' | 'SHA-512',
  secret: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash }
  const key = await crypto.subtle.importKey('raw', toBytes(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
}
