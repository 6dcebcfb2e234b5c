import {
  prepareZXingModule,
  type ReadResult,
  readBarcodes,
  type ZXingReaderModule,
} from 'zxing-wasm/reader'
import type { Corners } from '../decoder/decoder.js'
import type { Engine } from './engine.js'

/**
 * The engine that reads most: zxing-cpp as WebAssembly.
 *
 * @param wasm - Its code, or the address to load it from; never the library's own default, a CDN.
 * @throws What the browser throws where WebAssembly may not be compiled or cannot be loaded.
 */
export async function createZxingWasmEngine(wasm: string | ArrayBuffer): Promise<Engine> {
  const overrides = typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm }
  const own = { overrides, equalityFn: () => false, fireImmediately: true } as const
  freeResults(await prepareZXingModule(own))
  return {
    name: 'zxing-wasm',
    async decode(picture) {
      const { data, width, height } = picture
      const image = { data, width, height, colorSpace: 'srgb', pixelFormat: 'rgba-unorm8' } as const
      const results = await readBarcodes(image, { formats: ['QRCodeModel2'], textMode: 'Plain' })
      return results.filter(isWhole).map(({ text, position }) => {
        const { topLeft, topRight, bottomRight, bottomLeft } = position
        const corners: Corners = [topLeft, topRight, bottomRight, bottomLeft]
        return { text, corners }
      })
    },
  }
}

/**
 * Frees what a read gave when the next one begins: zxing-wasm 3.1 keeps the list of every read for
 * ever, and with it a copy of each code's bytes, 2 kB a frame.
 */
function freeResults(module: ZXingReaderModule): void {
  const read = module.readBarcodesFromPixmap
  let results: ReturnType<typeof read> | undefined
  module.readBarcodesFromPixmap = (...picture) => {
    if (results && 'delete' in results && typeof results.delete === 'function') results.delete()
    results = read(...picture)
    return results
  }
}

/** A text spread over several codes is wrong where one of them passes for all of it. */
const isWhole = ({ isValid, sequenceSize }: ReadResult): boolean => isValid && sequenceSize < 2
