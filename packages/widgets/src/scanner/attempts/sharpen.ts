import type { Grey } from '../frame/picture.js'
import { blur } from './blur.js'

/** Takes what is blurred away from the picture: codes out of focus. */
export function sharpen(grey: Grey, radius: number, strength: number): Grey {
  const soft = blur(grey, radius).light
  const light = new Uint8ClampedArray(soft.length)
  // Every index lies within its array.
  for (let at = 0; at < light.length; at++) {
    const here = grey.light[at] as number
    light[at] = here + strength * (here - (soft[at] as number))
  }
  return { ...grey, light }
}
