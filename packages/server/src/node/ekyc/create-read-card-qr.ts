import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes, type ZXingReaderModule } from 'zxing-wasm/reader'

/** Loads zxing-wasm from its package; what it makes reads the texts of QR codes out of a JPEG or PNG. */
export async function createReadCardQr(): Promise<(photo: Uint8Array) => Promise<string[]>> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(path)
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength)
  freeResults(await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }))
  return async (photo) => {
    const results = await readBarcodes(photo, { formats: ['QRCode'], tryHarder: true })
    return results.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}

/**
 * Frees what a read gave when the next one begins: zxing-wasm 3.1 keeps the list of every read for
 * ever, and with it a copy of each code's bytes.
 */
function freeResults(module: ZXingReaderModule): void {
  const read = module.readBarcodesFromImage
  let results: ReturnType<typeof read> | undefined
  module.readBarcodesFromImage = (...photo) => {
    if (results && 'delete' in results && typeof results.delete === 'function') results.delete()
    results = read(...photo)
    return results
  }
}
