import type { GrayImage } from './gray-image.js'

/** Darker than its surroundings by so much is ink, whatever shadow lies on the card. */
const darker = 0.88
/** A window of this share of the picture is larger than any sign of a zone. */
const windowShare = 1 / 24

/** Which pixels are ink: 1, and which are paper: 0. */
export function findInk(image: GrayImage): Uint8Array {
  const { width, height, pixels } = image
  const sums = sumUp(image)
  const stride = width + 1
  const half = Math.max(8, Math.round((Math.max(width, height) * windowShare) / 2))
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - half) * stride
    const bottom = Math.min(height, y + half + 1) * stride
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - half)
      const right = Math.min(width, x + half + 1)
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[bottom + left] ?? 0) -
        (sums[top + right] ?? 0) +
        (sums[top + left] ?? 0)
      const count = ((bottom - top) / stride) * (right - left)
      if ((pixels[y * width + x] ?? 0) * count < sum * darker) ink[y * width + x] = 1
    }
  }
  return ink
}

/** The sum of all pixels above and left of each. */
function sumUp({ width, height, pixels }: GrayImage): Float64Array {
  const stride = width + 1
  const sums = new Float64Array(stride * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row
    }
  }
  return sums
}
