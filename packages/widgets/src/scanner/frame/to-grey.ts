import type { Grey, Picture } from './picture.js'

/** How light each pixel is; what is transparent counts as white paper. */
export function toGrey({ data, width, height }: Picture): Grey {
  const light = new Uint8ClampedArray(width * height)
  for (let pixel = 0, at = 0; pixel < light.length; pixel++, at += 4) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const alpha = data[at + 3] ?? 0
    const grey = (red * 77 + green * 150 + blue * 29) >> 8
    light[pixel] = alpha === 255 ? grey : 255 - ((255 - grey) * alpha) / 255
  }
  return { light, width, height }
}
