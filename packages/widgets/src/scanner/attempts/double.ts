import type { Grey } from '../frame/picture.js'

/** Twice the size, the pixels between being means: codes of one or two pixels a module. */
export function double({ light, width, height }: Grey): Grey {
  const wide = 2 * width
  const large = new Uint8ClampedArray(4 * width * height)
  // Every index lies within its array.
  for (let y = 0; y < height; y++) {
    const row = y * width
    const below = Math.min(y + 1, height - 1) * width
    for (let x = 0; x < width; x++) {
      const next = Math.min(x + 1, width - 1)
      const here = light[row + x] as number
      const right = light[row + next] as number
      const under = light[below + x] as number
      const across = light[below + next] as number
      const to = 2 * y * wide + 2 * x
      large[to] = here
      large[to + 1] = (here + right + 1) >> 1
      large[to + wide] = (here + under + 1) >> 1
      large[to + wide + 1] = (here + right + under + across + 2) >> 2
    }
  }
  return { light: large, width: wide, height: 2 * height }
}
