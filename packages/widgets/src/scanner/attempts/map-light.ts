import type { Grey } from '../frame/picture.js'

/** Every pixel's light through one curve from 0–1 to 0–1. */
export function mapLight({ light, width, height }: Grey, curve: (light: number) => number): Grey {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => 255 * curve(value / 255))
  const mapped = new Uint8ClampedArray(light.length)
  // Every index lies within its array.
  for (let at = 0; at < light.length; at++) mapped[at] = table[light[at] as number] as number
  return { light: mapped, width, height }
}
