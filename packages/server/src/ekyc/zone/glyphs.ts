import { glyphShapes } from './glyph-shapes.js'

/** A sign to compare with: its pixels around their mean, of length one. */
export interface Glyph {
  readonly sign: string
  readonly pixels: Float32Array
}

/** Every sign a zone can have. */
export const glyphs: ReadonlyMap<string, Glyph> = new Map(
  Object.entries(glyphShapes).map(([sign, shape]) => [sign, { sign, pixels: toPixels(shape) }]),
)

function toPixels(shape: string): Float32Array {
  const ink = Float32Array.from(shape, (level) => Number.parseInt(level, 16))
  const mean = ink.reduce((sum, value) => sum + value, 0) / ink.length
  const length = Math.hypot(...ink.map((value) => value - mean))
  return ink.map((value) => (value - mean) / length)
}
