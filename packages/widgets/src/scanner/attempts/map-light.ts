import type { Grey } from '../frame/picture.js'

/** Every pixel's light through one curve from 0–1 to 0–1. */
export function mapLight({ light, width, height }: Grey, curve: (light: number) => number): Grey {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => 255 * curve(value / 255))
  return { light: light.map((value) => table[value] ?? 0), width, height }
}
