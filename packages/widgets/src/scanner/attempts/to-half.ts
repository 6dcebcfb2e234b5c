import { toLuminance } from '../frame/to-luminance.js'

/** The picture at half its size, each pixel the mean of four, in grey. */
export function toHalf(image: ImageData): ImageData {
  const grey = toLuminance(image)
  const width = image.width >> 1
  const height = image.height >> 1
  const half = new ImageData(width, height)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const from = 2 * y * image.width + 2 * x
      const below = from + image.width
      const sum =
        (grey[from] ?? 0) + (grey[from + 1] ?? 0) + (grey[below] ?? 0) + (grey[below + 1] ?? 0)
      half.data.fill(sum >> 2, at, at + 3)
      half.data[at + 3] = 255
    }
  }
  return half
}
