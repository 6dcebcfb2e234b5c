import { shapeWidth } from './glyph-shapes.js'
import type { Glyph } from './glyphs.js'
import { patchWidth, play } from './sample-cell.js'

/** How alike a cell and a sign are, 1 at most, wherever in the cell the sign stands. */
export function matchGlyph(patch: Float32Array, { pixels }: Glyph): number {
  let best = -1
  for (let down = 0; down <= 2 * play; down += 1)
    for (let across = 0; across <= 2 * play; across += 1)
      best = Math.max(best, correlate(patch, pixels, down * patchWidth + across))
  return best
}

function correlate(patch: Float32Array, pixels: Float32Array, offset: number): number {
  const [width, stride] = [shapeWidth, patchWidth]
  let product = 0
  let sum = 0
  let squares = 0
  for (let at = 0, from = offset; at < pixels.length; from += stride - width)
    for (let end = at + width; at < end; at += 1) {
      const value = patch[from + at] ?? 0
      product += value * (pixels[at] ?? 0)
      sum += value
      squares += value * value
    }
  const variance = squares - (sum * sum) / pixels.length
  // paper without ink is like nothing
  return variance < pixels.length ? 0 : product / Math.sqrt(variance)
}
