import type { Grey, Picture } from './picture.js'

const opaque = 0xff000000
const thrice = 0x010101

/** A grey picture as engines take it. */
export function toPicture({ light, width, height }: Grey): Picture {
  // One write a pixel; grey is the same in either byte order but for alpha, which lies last on
  // every machine that runs a browser.
  const pixels = new Uint32Array(light.length)
  for (let at = 0; at < pixels.length; at++) pixels[at] = opaque | ((light[at] ?? 0) * thrice)
  return { data: new Uint8ClampedArray(pixels.buffer), width, height }
}
