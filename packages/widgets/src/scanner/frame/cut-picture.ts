import type { Picture } from './picture.js'

/** A part of a picture, in its pixels, and how many times smaller each side of it becomes. */
export interface Cut {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly shrink: number
}

/** The part of a picture, each pixel of it the mean of `shrink` × `shrink`. */
export function cutPicture(picture: Picture, cut: Cut): Picture {
  const isWhole = cut.width === picture.width && cut.height === picture.height
  if (isWhole && cut.shrink === 1) return picture
  return cut.shrink === 1 ? copyRows(picture, cut) : shrinkPixels(picture, cut)
}

function copyRows(picture: Picture, { left, top, width, height }: Cut): Picture {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let row = 0; row < height; row++) {
    const from = 4 * ((top + row) * picture.width + left)
    data.set(picture.data.subarray(from, from + 4 * width), 4 * row * width)
  }
  return { data, width, height }
}

function shrinkPixels(picture: Picture, { left, top, width, height, shrink }: Cut): Picture {
  const small = { width: Math.floor(width / shrink), height: Math.floor(height / shrink) }
  const data = new Uint8ClampedArray(4 * small.width * small.height)
  for (let y = 0, to = 0; y < small.height; y++) {
    const row = (top + y * shrink) * picture.width + left
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++, to++)
        data[to] = findMean(picture, 4 * (row + x * shrink) + channel, shrink)
  }
  return { data, ...small }
}

/** The mean of one channel over a square of pixels. */
function findMean({ data, width }: Picture, from: number, side: number): number {
  let sum = 0
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      sum += data[from + 4 * (row * width + column)] ?? 0
  return sum / (side * side)
}
