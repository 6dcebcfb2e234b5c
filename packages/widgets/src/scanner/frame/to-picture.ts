import type { Grey, Picture } from './picture.js'

const opaque = 0xff << 24
const thrice = 0x010101

/** A grey picture as engines take it. */
export function toPicture({ light, width, height }: Grey): Picture {
  // One write a pixel; grey is the same in either byte order but for alpha, which lies last on
  // every machine that runs a browser. Every index lies within its array.
  const pixels = new Int32Array(light.length)
  for (let at = 0; at < pixels.length; at++) pixels[at] = opaque | ((light[at] as number) * thrice)
  return { data: new Uint8ClampedArray(pixels.buffer), width, height }
}
