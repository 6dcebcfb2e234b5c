/** Grey values of a picture, one byte a pixel; what is transparent counts as white paper. */
export function toLuminance({ data, width, height }: ImageData): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const alpha = data[at + 3] ?? 0
    const light = (red * 77 + green * 150 + blue * 29) >> 8
    grey[pixel] = 255 - ((255 - light) * alpha) / 255
  }
  return grey
}
