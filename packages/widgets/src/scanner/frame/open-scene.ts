import type { Frame } from '../decoder/decoder.js'
import { createContext } from './create-context.js'
import { findSize } from './find-size.js'
import type { Picture } from './picture.js'
import type { Scene } from './scene.js'

/**
 * A frame of which parts are drawn as small as they are looked at: to read all its pixels and make
 * them smaller afterwards would hold a page up for longer than a picture lasts.
 *
 * @throws {Error} There is no canvas to draw on.
 */
export function openScene(frame: Frame): Picture | Scene {
  if ('data' in frame) return frame
  const { width, height } = findSize(frame)
  return {
    width,
    height,
    cut(part) {
      const size = {
        width: Math.floor(part.width / part.shrink),
        height: Math.floor(part.height / part.shrink),
      }
      const context = createContext(size)
      context.imageSmoothingQuality = 'medium'
      const { left, top } = part
      context.drawImage(frame, left, top, part.width, part.height, 0, 0, size.width, size.height)
      return context.getImageData(0, 0, size.width, size.height)
    },
  }
}
