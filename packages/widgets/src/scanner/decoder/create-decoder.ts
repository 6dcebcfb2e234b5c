import { type EngineFilesOptions, findEngineFiles } from '../worker/find-engine-files.js'
import { openWorkerDecoder } from '../worker/open-worker-decoder.js'
import { createLane } from './create-lane.js'
import type { Decoder } from './decoder.js'

/** Where the package's own files lie, for hosts that move them; of the page's own origin. */
export type DecoderOptions = EngineFilesOptions

/**
 * Finds QR codes in pictures, in one worker where it can; loads nothing before the first picture.
 *
 * @example
 * const decoder = createDecoder({ workerUrl: '/kbyt/scan-worker.js' })
 * const codes = await decoder.decode(await createImageBitmap(video), 'frame')
 */
export function createDecoder(options: DecoderOptions = {}): Decoder {
  let opening: Promise<Decoder> | undefined
  let isClosed = false

  async function open(): Promise<Decoder> {
    const files = findEngineFiles(options)
    return (files && (await openWorkerDecoder(files))) ?? openOnPage()
  }

  const lane = createLane(async (frame, effort) => {
    opening ??= open()
    try {
      return await (await opening).decode(frame, effort)
    } catch {
      const broken = opening // and this frame with it
      opening = openOnPage()
      await broken.then(close, () => undefined)
      return []
    }
  })

  return {
    decode: async (frame, effort) => (isClosed ? [] : lane.run(frame, effort)),
    close() {
      isClosed = true
      lane.clear()
      void opening?.then(close)
    },
  }
}

const close = (decoder: Decoder): void => decoder.close()

async function openOnPage(): Promise<Decoder> {
  return (await import('./create-page-decoder.js')).createPageDecoder()
}
