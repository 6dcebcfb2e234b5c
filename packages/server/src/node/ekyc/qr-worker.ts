import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Runs in a thread of its own: a photo takes longer than other requests can wait.

const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const { buffer, byteOffset, byteLength } = await readFile(path)
prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) } })

parentPort?.on('message', async ({ id, photo }: { id: number; photo: Uint8Array }) => {
  const results = await readBarcodes(photo, { formats: ['QRCode'], tryHarder: true }).catch(
    () => [],
  )
  const texts = results.filter(({ isValid }) => isValid).map(({ text }) => text)
  parentPort?.postMessage({ id, texts })
})
