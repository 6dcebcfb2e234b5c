import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js'
import decodePng, { init as initPng } from '@jsquash/png/decode.js'

const { resolve } = createRequire(import.meta.url)
const jpegStart = 0xff

let jpeg: Promise<void> | undefined
let png: Promise<unknown> | undefined

/** The pixels of a JPEG or PNG. Rejects for what is neither. */
export async function decodePhoto(photo: Uint8Array) {
  const bytes = new Uint8Array(photo).buffer
  if (photo[0] !== jpegStart) {
    png ??= load('@jsquash/png/codec/pkg/squoosh_png_bg.wasm').then(initPng)
    await png
    return decodePng(bytes)
  }
  jpeg ??= load('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm').then((decoder) => initJpeg(decoder))
  await jpeg
  return decodeJpeg(bytes)
}

/** From the package, not from wherever a browser would. */
const load = async (file: string) => WebAssembly.compile(await readFile(resolve(file)))
