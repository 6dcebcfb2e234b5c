import { KbytError } from '@kbyt/sdk'
import type { Decoder, FoundCode } from './decoder/decoder.js'

/**
 * Looks for QR codes in a picture file at its own size, with every attempt.
 *
 * @throws {KbytError} `media_type_unsupported`: no picture that this browser can open, such as a PDF.
 * @example
 * input.onchange = async () => {
 *   const [file] = input.files ?? []
 *   if (file) show(await decodeFile(createDecoder(), file))
 * }
 */
export async function decodeFile(decoder: Decoder, file: Blob): Promise<readonly FoundCode[]> {
  return decoder.decode(await openPicture(file), 'file')
}

async function openPicture(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file)
  } catch (cause) {
    throw new KbytError('media_type_unsupported', { cause })
  }
}
