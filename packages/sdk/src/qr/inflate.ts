/**
 * Undoes zlib (RFC 1950) up to a limit of bytes, which is enforced on the way: a bomb costs no memory.
 * The engine refuses a stream that is cut off or followed by anything.
 *
 * @throws {TypeError} No whole stream of zlib, more than one, or over `maxBytes`.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = stream.getReader()
  const inflated = new Uint8Array(maxBytes)
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return inflated.slice(0, length)
    if (length + value.length > maxBytes) {
      await reader.cancel()
      throw new TypeError(`A status list holds more than ${maxBytes} bytes`)
    }
    inflated.set(value, length)
    length += value.length
  }
}
