import type { Frame } from '../decoder/decoder.js'
import { createContext } from './create-context.js'
import { findSize } from './find-size.js'
import type { Picture } from './picture.js'

/**
 * The pixels of a frame, which is used up.
 *
 * @throws {Error} There is no canvas to draw it on, or the frame was closed before.
 */
export function readPixels(frame: Frame): Picture {
  if ('data' in frame) return frame
  try {
    const size = findSize(frame)
    const context = createContext(size)
    context.drawImage(frame, 0, 0, size.width, size.height)
    return context.getImageData(0, 0, size.width, size.height)
  } finally {
    frame.close()
  }
}
