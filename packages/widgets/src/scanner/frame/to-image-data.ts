import type { Frame } from '../decoder/decoder.js'

/** The pixels of a picture, which is used up; undefined where there is no canvas to draw it on. */
export function toImageData(frame: Frame): ImageData | undefined {
  if (frame instanceof ImageData) return frame
  const [width, height] = toSize(frame)
  const context = createContext(width, height)
  context?.drawImage(frame, 0, 0)
  frame.close()
  return context?.getImageData(0, 0, width, height)
}

function toSize(frame: ImageBitmap | VideoFrame): readonly [number, number] {
  return 'displayWidth' in frame
    ? [frame.displayWidth, frame.displayHeight]
    : [frame.width, frame.height]
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null

function createContext(width: number, height: number): Context {
  if (typeof OffscreenCanvas === 'function')
    return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  return canvas.getContext('2d', { willReadFrequently: true })
}
