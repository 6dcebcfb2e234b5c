import { Worker } from 'node:worker_threads'
import { KbytError } from '@kbyt/sdk'
import { imageSize } from 'image-size'
import * as z from 'zod/mini'
import type { ReadPhoto } from '../../ports.js'
import type { PhotoQuestion } from './photo-question.js'

/** 40 megapixels: more than a phone takes, far less than a bomb unfolds to. */
const maxPixels = 40_000_000
/** So many photos wait at most; more are told to come again. */
const maxWaiting = 8
const memoryMb = 512

const answerSchema = z.object({ id: z.int(), texts: z.array(z.string()) })

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void
  readonly reject: (reason: unknown) => void
}

/** Reads photos of ID cards in a thread of its own, which starts with the first. */
export interface PhotoReader {
  /** The texts of QR codes. */
  readonly decodeQr: ReadPhoto
  /** The machine-readable zones of ID cards. */
  readonly readZones: ReadPhoto
  close(): Promise<void>
}

/** How {@link createPhotoReader} starts its thread. */
export interface PhotoReaderOptions {
  /** Of Node. @defaultValue those of this process */
  readonly threadArguments?: readonly string[]
}

/**
 * Opens a reader of photos. A photo that hangs or kills the thread costs that photo alone.
 *
 * @example
 * const photos = createPhotoReader()
 * const texts = await photos.decodeQr(bytes, { signal: AbortSignal.timeout(20_000) })
 */
export function createPhotoReader({ threadArguments }: PhotoReaderOptions = {}): PhotoReader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastId = 0

  function fail(reason: unknown): void {
    const stopped = worker
    worker = undefined
    void stopped?.terminate()
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL(workerFile, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      ...(threadArguments && { execArgv: [...threadArguments] }),
    })
    started.on('message', (message: unknown) => {
      const { id, texts } = answerSchema.parse(message)
      waiting.get(id)?.resolve(texts)
      waiting.delete(id)
    })
    started.on('error', fail)
    started.unref()
    return started
  }

  function ask(wants: PhotoQuestion['wants'], photo: Uint8Array): Promise<readonly string[]> {
    worker ??= start()
    const thread = worker
    const question: PhotoQuestion = { id: ++lastId, wants, photo }
    return new Promise((resolve, reject) => {
      waiting.set(question.id, { resolve, reject })
      thread.postMessage(question)
    })
  }

  function createRead(wants: PhotoQuestion['wants']): ReadPhoto {
    return async (photo, { signal }) => {
      checkPhoto(photo)
      if (waiting.size >= maxWaiting) throw new KbytError('overloaded', { retryAfterSeconds: 5 })
      // whatever hangs the thread hangs those behind it as well: all of them are told
      const onAbort = () => fail(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
      try {
        return await ask(wants, photo)
      } finally {
        signal.removeEventListener('abort', onAbort)
      }
    }
  }

  return {
    decodeQr: createRead('qr'),
    readZones: createRead('zone'),

    async close() {
      fail(new KbytError('overloaded'))
    },
  }
}

/** Beside this file, in the sources as in the package. */
const workerFile = import.meta.url.endsWith('.ts') ? './photo-worker.ts' : './photo-worker.js'

/** @throws {KbytError} `card_unreadable`: neither a JPEG nor a PNG, or larger than a photo. */
function checkPhoto(photo: Uint8Array): void {
  try {
    const { width, height, type } = imageSize(photo)
    if ((type === 'jpg' || type === 'png') && width * height <= maxPixels) return
  } catch {
    // no image at all
  }
  throw new KbytError('card_unreadable')
}
