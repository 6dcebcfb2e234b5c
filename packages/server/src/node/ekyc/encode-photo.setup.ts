import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js'
import encodePng, { init as initPng } from '@jsquash/png/encode.js'

const { resolve } = createRequire(import.meta.url)
const load = async (file: string) => WebAssembly.compile(await readFile(resolve(file)))

interface Photo {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** The file a camera or a screenshot makes of it. */
export async function encodePhoto(
  { data, width, height }: Photo,
  type: 'jpeg' | 'png',
  quality = 80,
): Promise<Uint8Array> {
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData
  if (type === 'png') {
    await initPng(await load('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
    return new Uint8Array(await encodePng(image))
  }
  await initJpeg(await load('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  return new Uint8Array(await encodeJpeg(image, { quality }))
}
