import type { Decoder, FoundCode } from '../decoder/decoder.js'
import type { EngineFiles, FromWorker, ToWorker } from './messages.js'
import { openWorker } from './open-worker.js'

/**
 * A decoder in a thread of its own.
 *
 * @returns undefined where no worker can be had. A worker that breaks later makes `decode` reject.
 */
export async function openWorkerDecoder(files: EngineFiles): Promise<Decoder | undefined> {
  try {
    const worker = openWorker(files.worker)
    const isReady = await start(worker, files)
    if (isReady) return wrap(worker)
    worker.terminate()
  } catch {
    // of another origin, or forbidden by the page: the page's own thread decodes
  }
  return undefined
}

/** Whether the worker's script ran and can read frames. */
function start(worker: Worker, files: EngineFiles): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = new AbortController()
    const settle = (isReady: boolean) => {
      opening.abort()
      resolve(isReady)
    }
    const { signal } = opening
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<FromWorker>) => settle(data.kind === 'ready'),
      { signal },
    )
    worker.addEventListener('error', () => settle(false), { signal })
    send(worker, { kind: 'start', files })
  })
}

interface Waiting {
  readonly resolve: (codes: readonly FoundCode[]) => void
  readonly reject: (reason: Error) => void
}

function wrap(worker: Worker): Decoder {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'found') return
    waiting.get(data.id)?.resolve(data.codes)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error("The scanner's worker broke."))
    waiting.clear()
  })
  return {
    decode(frame, effort) {
      const id = asked++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        const transfer = 'data' in frame ? [] : [frame]
        send(worker, { kind: 'decode', id, frame, effort }, transfer)
      })
    },
    close() {
      worker.terminate()
      for (const { resolve } of waiting.values()) resolve([])
      waiting.clear()
    },
  }
}

const send = (worker: Worker, message: ToWorker, transfer: Transferable[] = []): void =>
  worker.postMessage(message, transfer)
