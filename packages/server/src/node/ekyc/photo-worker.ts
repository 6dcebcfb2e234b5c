import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readZone } from '../../ekyc/zone/read-zone.js'
import { toGrayImage } from '../../ekyc/zone/to-gray-image.js'
import { decodePhoto } from './decode-photo.js'
import type { PhotoQuestion } from './photo-question.js'

// Runs in a thread of its own: a photo takes longer than other requests can wait.

const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const { buffer, byteOffset, byteLength } = await readFile(path)
prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) } })

const readers: Record<PhotoQuestion['wants'], (photo: Uint8Array) => Promise<string[]>> = {
  async qr(photo) {
    const results = await readBarcodes(photo, { formats: ['QRCode'], tryHarder: true })
    return results.filter(({ isValid }) => isValid).map(({ text }) => text)
  },
  async zone(photo) {
    const zone = readZone(toGrayImage(await decodePhoto(photo)))
    return zone === undefined ? [] : [zone]
  },
}

parentPort?.on('message', async ({ id, wants, photo }: PhotoQuestion) => {
  const texts = await readers[wants](photo).catch(() => [])
  parentPort?.postMessage({ id, texts })
})
