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
  // Every index lies within its array.
  for (let at = 0; at < light.length; at++)
    light[at] = middle + gain * ((grey.light[at] as number) - (around[at] as number))
  return { ...grey, light }
}
