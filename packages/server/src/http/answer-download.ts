import type { Endpoint } from '@kbyt/sdk/schema'
import type { Context } from 'hono'
import type { Download } from './download.js'
import type { HttpEnv } from './http-env.js'

/**
 * Sends a download chunk by chunk, as fast as it is read. When making one fails the connection breaks:
 * half a file must not pass for a whole one.
 */
export function answerDownload(
  { type, chunks, fileName }: Download,
  { status }: Pick<Endpoint, 'status'>,
  context: Context<HttpEnv>,
): Response {
  const isText = type.startsWith('text/')
  context.header('Content-Type', isText ? `${type}; charset=utf-8` : type)
  context.header('Vary', 'Accept', { append: true })
  if (fileName !== undefined) {
    context.header('Content-Disposition', `attachment; filename="${fileName}"`)
  }
  return context.newResponse(toStream(chunks), status)
}

// Not `ReadableStream.from`: the mock runs in browsers that have none.
function toStream(chunks: Download['chunks']): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = iterate(chunks)
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return(undefined)
    },
  })
}

async function* iterate(chunks: Download['chunks']): AsyncGenerator<string, void> {
  yield* chunks
}
