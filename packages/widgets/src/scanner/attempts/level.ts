import type { Grey } from '../frame/picture.js'
import { blur } from './blur.js'

const middle = 128

/**
 * Local contrast made the same everywhere, `gain` times steeper than it was: codes in shadow, under
 * glare, printed pale.
 *
 * @param radius - How far around a pixel its neighbourhood reaches: some modules of a common code.
 */
export function level(grey: Grey, radius: number, gain: number): Grey {
  const around = blur(grey, radius).light
  const light = new Uint8ClampedArray(around.length)
  for (let at = 0; at < light.length; at++)
    light[at] = middle + gain * ((grey.light[at] ?? 0) - (around[at] ?? 0))
  return { ...grey, light }
}
