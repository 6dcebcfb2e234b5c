import type { Frame } from '../decoder/decoder.js'
import type { Picture } from './picture.js'

/**
 * The pixels of a frame, which is used up.
 *
 * @throws {Error} There is no canvas to draw it on, or the frame was closed before.
 */
export function readPixels(frame: Frame): Picture {
  if ('data' in frame) return frame
  try {
    const [width, height] = findSize(frame)
    const context = createContext(width, height)
    context.drawImage(frame, 0, 0, width, height)
    return context.getImageData(0, 0, width, height)
  } finally {
    frame.close()
  }
}

function findSize(frame: ImageBitmap | VideoFrame): readonly [width: number, height: number] {
  if ('displayWidth' in frame) return [frame.displayWidth, frame.displayHeight]
  return [frame.width, frame.height]
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

function createContext(width: number, height: number): Context {
  const canvas =
    typeof OffscreenCanvas === 'function'
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser has no canvas to read a picture with.')
  return context as Context
}
