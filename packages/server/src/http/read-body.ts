import { KbytError } from '@kbyt/sdk'

/**
 * Reads a body of at most `maxBytes`, whether or not it announces its length. `take` is told of each
 * piece before it is kept, and ends the reading by throwing.
 *
 * @throws {KbytError} `body_too_large`, before the rest is read. `json_malformed` when the sender hung
 * up in the middle: no trouble of ours, and nobody is there to read it.
 */
export async function readBody(
  request: Pick<Request, 'headers' | 'body'>,
  maxBytes: number,
  take: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new KbytError('body_too_large')
  }
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch((cause) => {
      throw new KbytError('json_malformed', { cause })
    })
    if (done) break
    length += value.byteLength
    try {
      if (length > maxBytes) throw new KbytError('body_too_large')
      take(value.byteLength)
    } catch (error) {
      await reader.cancel()
      throw error
    }
    chunks.push(value)
  }
  return joinBytes(chunks, length)
}

function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.byteLength
  }
  return all
}
