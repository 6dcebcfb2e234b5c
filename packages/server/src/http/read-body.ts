import { KbytError } from '@kbyt/sdk'

type Readable = Pick<Request, 'headers' | 'body' | 'arrayBuffer'>

/**
 * Reads a body of at most `maxBytes`, whether or not it announces its length. `take` is told of each
 * piece before it is kept, and ends the reading by throwing.
 *
 * @throws {KbytError} `body_too_large`, before the rest is read. `json_malformed` when the sender hung
 * up in the middle: no trouble of ours, and nobody is there to read it.
 */
export async function readBody(
  request: Readable,
  maxBytes: number,
  take?: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get('content-length')
  if (Number(announced ?? 0) > maxBytes) throw new KbytError('body_too_large')
  if (announced === null || take) return readChunks(request, maxBytes, take)
  // a host reads a body of known length several times as fast in one piece as by a stream
  const bytes = new Uint8Array(await request.arrayBuffer().catch(refuseCutShort))
  if (bytes.byteLength > maxBytes) throw new KbytError('body_too_large')
  return bytes
}

async function readChunks(
  request: Readable,
  maxBytes: number,
  take?: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch(refuseCutShort)
    if (done) break
    length += value.byteLength
    try {
      if (length > maxBytes) throw new KbytError('body_too_large')
      take?.(value.byteLength)
    } catch (error) {
      await reader.cancel()
      throw error
    }
    chunks.push(value)
  }
  return joinBytes(chunks, length)
}

function refuseCutShort(cause: unknown): never {
  throw new KbytError('json_malformed', { cause })
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
