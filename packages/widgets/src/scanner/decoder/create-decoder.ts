import { toHalf } from '../attempts/to-half.js'
import type { Engine } from '../engines/engine.js'
import { toImageData } from '../frame/to-image-data.js'
import type { Decoder, FoundCode, Frame, ScanEffort } from './decoder.js'

/** Where the package's own files lie, for hosts that move them. */
export interface DecoderOptions {
  /** The script that decodes off the page's thread; of the page's own origin. @defaultValue the package's */
  readonly workerUrl?: string | URL | undefined
  /** The WebAssembly of the best engine. @defaultValue the package's */
  readonly wasmUrl?: string | URL | undefined
}

/**
 * Finds QR codes in pictures, off the page's thread where it can.
 *
 * @example
 * const decoder = createDecoder()
 * const [code] = await decoder.decode(imageData, 'frame')
 */
export function createDecoder(_options: DecoderOptions = {}): Decoder {
  let engine: Promise<Engine> | undefined
  let isClosed = false

  async function find(frame: Frame, effort: ScanEffort): Promise<readonly FoundCode[]> {
    engine ??= import('../engines/zxing-js.js').then((room) => room.createZxingJsEngine())
    const image = toImageData(frame)
    if (!image) return []
    const plain = await attempt(image, 'plain')
    return plain.length || effort === 'frame' ? plain : attempt(toHalf(image), 'half')
  }

  async function attempt(image: ImageData, name: string): Promise<readonly FoundCode[]> {
    const reader = await engine
    const codes = reader && !isClosed ? await reader.decode(image) : []
    return codes.map((code) => ({ ...code, engine: reader?.name ?? '', attempt: name }))
  }

  return {
    decode: find,
    close: () => {
      isClosed = true
    },
  }
}
