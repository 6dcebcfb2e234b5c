import { type DecodeOpts, decodeQRBatch, type FinderPoints } from 'qr/decode.js'
import type { Engine, EngineCode } from './engine.js'
import { toText } from './to-text.js'

/**
 * The smallest engine, plain JavaScript: where nothing else runs it is there at once. It lets go of
 * the thread every few milliseconds.
 *
 * @param sliceMs - How long it may hold the thread.
 */
export function createQrEngine(sliceMs: number): Engine {
  return {
    name: 'qr',
    async decode(picture) {
      const { width, height } = picture
      const codes: EngineCode[] = []
      const pointsOnDetect = ({ bounds }: FinderPoints, result: string | Error) => {
        if (typeof result === 'string') codes.push({ text: result, corners: bounds })
      }
      const options: DecodeOpts = { timeLimit: sliceMs, textDecoder: toText, pointsOnDetect }
      await decodeQRBatch([picture], { ...options, maxSize: { width, height } })
      return codes
    },
  }
}
