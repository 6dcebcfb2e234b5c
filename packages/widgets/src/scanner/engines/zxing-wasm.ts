import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
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
  await prepareZXingModule({ overrides, fireImmediately: true })
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

/** A text spread over several codes is wrong where one of them passes for all of it. */
const isWhole = ({ isValid, sequenceSize }: ReadResult): boolean => isValid && sequenceSize < 2
