import type { GrayImage } from './gray-image.js'

/** Enough for a zone that fills a third of the picture, and a fifth of what a phone takes. */
const wantedSide = 1_800

interface ColourImage {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel. */
  readonly data: Uint8ClampedArray
}

/** Drops the colours, and makes one pixel of several where there are more than reading needs. */
export function toGrayImage({ width, height, data }: ColourImage): GrayImage {
  const step = Math.max(1, Math.round(Math.max(width, height) / wantedSide))
  const to = { width: Math.floor(width / step), height: Math.floor(height / step) }
  const pixels = new Uint8Array(to.width * to.height)
  const share = 1000 * step * step
  for (let y = 0; y < to.height; y += 1)
    for (let x = 0; x < to.width; x += 1) {
      let sum = 0
      for (let row = y * step; row < (y + 1) * step; row += 1)
        for (let column = x * step; column < (x + 1) * step; column += 1) {
          const at = 4 * (row * width + column)
          sum += 299 * (data[at] ?? 0) + 587 * (data[at + 1] ?? 0) + 114 * (data[at + 2] ?? 0)
        }
      pixels[y * to.width + x] = sum / share
    }
  return { ...to, pixels }
}
