import type { Grey } from '../frame/picture.js'

/** Each pixel the median of its column of three, then of its row of three: specks go, edges stay. */
export function denoise({ light, width, height }: Grey): Grey {
  const upright = light.slice()
  for (let at = width; at < light.length - width; at++)
    upright[at] = findMedian(light[at - width] ?? 0, light[at] ?? 0, light[at + width] ?? 0)
  const calm = upright.slice()
  for (let y = 0; y < height; y++)
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++)
      calm[at] = findMedian(upright[at - 1] ?? 0, upright[at] ?? 0, upright[at + 1] ?? 0)
  return { light: calm, width, height }
}

const findMedian = (one: number, other: number, third: number): number =>
  Math.max(Math.min(one, other), Math.min(Math.max(one, other), third))
