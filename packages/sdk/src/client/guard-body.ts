import { KbytError } from '../errors.js'
import { untilAborted } from './until-aborted.js'

type Bytes = Uint8Array<ArrayBuffer>

/** The same stream, whose errors are ours: the signal's reason once it is aborted, else `offline`. */
export function guardBody(
  body: ReadableStream<Bytes>,
  signal: AbortSignal | undefined,
): ReadableStream<Bytes> {
  const reader = body.getReader()
  return new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        signal?.throwIfAborted()
        const { done, value } = await untilAborted(reader.read(), signal)
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (cause) {
        const broken = new KbytError('offline', { message: 'offline: the file was cut', cause })
        controller.error(signal?.aborted ? signal.reason : broken)
        await reader.cancel(cause).catch(() => {})
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
