import type { GrayImage } from './gray-image.js'

/** A quarter turn clockwise. */
export function turnImage({ width, height, pixels }: GrayImage): GrayImage {
  const turned = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      turned[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0
  return { width: height, height: width, pixels: turned }
}
