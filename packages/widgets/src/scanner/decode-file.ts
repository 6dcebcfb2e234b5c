import type { ScanEngine } from './engine.js'
import { toImageData } from './frame.js'

/** From quick to thorough; the last is the picture as it is. */
const sides = [1_000, 2_000, Number.POSITIVE_INFINITY]

/**
 * Looks for a QR code in a picture file, at several sizes up to its own.
 *
 * @returns The text, or undefined when there is no code or the file is no picture.
 */
export async function decodeFile(engine: ScanEngine, file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    return await decodeAtSizes(engine, picture)
  } finally {
    picture.close()
  }
}

async function decodeAtSizes(
  engine: ScanEngine,
  picture: ImageBitmap,
): Promise<string | undefined> {
  const canvas = document.createElement('canvas')
  const { width, height } = picture
  let previous = 0
  for (const side of sides) {
    const actual = Math.min(side, Math.max(width, height))
    if (actual === previous) break
    previous = actual
    const image = toImageData(canvas, picture, [0, 0, width, height], side)
    const text = image && (await engine.decode(image, 'file'))
    if (text) return text
  }
  return undefined
}
