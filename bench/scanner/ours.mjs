import { wasm, wasmKb, weigh } from './peers.mjs'

/** @typedef {import('./images.mjs').Picture} Picture */
/** @typedef {import('./peers.mjs').Reader} Reader */

const maxSide = { frame: 1_280, file: 1_280 }
const sliceMs = 16
const folder = './packages/widgets/src/scanner'

/**
 * This repository's readers. A picture that stands still gets what a file gets at once and a camera's
 * frames one after another: every attempt until one reads it.
 *
 * @param {any} sources
 * @returns {Promise<Reader[]>}
 */
export async function createOurs(sources) {
  const { createEngineShelf, createSearch, createQrEngine } = sources
  const zxingWasm = await sources.createZxingWasmEngine(wasm)
  const first = [async () => createQrEngine(sliceMs)]
  const shelves = {
    wasm: await createEngineShelf({ first, more: [async () => zxingWasm] }),
    js: await createEngineShelf({ first, more: [async () => sources.createZxingJsEngine()] }),
  }
  await Promise.all([shelves.wasm.fetchAll(), shelves.js.fetchAll()])
  const search = (/** @type {any} */ shelf) => {
    const look = createSearch({ shelf, maxSide })
    return async (/** @type {Picture} */ picture) => (await look(picture, 'file')).map(toAnswer)
  }
  const worker = await weigh(`import '${folder}/worker/scan-worker.ts'`)
  const withWasm =
    worker + wasmKb + (await weigh(`export * from '${folder}/engines/zxing-wasm.ts'`))
  const withJs = worker + (await weigh(`export * from '${folder}/engines/zxing-js.ts'`))
  return [
    {
      name: 'kbyt first attempt',
      kB: withWasm,
      decode: async (picture) =>
        (await zxingWasm.decode(picture)).map((/** @type {{ text: string }} */ { text }) =>
          toAnswer({ text, engine: zxingWasm.name }),
        ),
    },
    { name: 'kbyt', kB: withWasm, decode: search(shelves.wasm) },
    { name: 'kbyt without wasm', kB: withJs, decode: search(shelves.js) },
  ]
}

/** @param {{ text: string, engine: string }} code */
const toAnswer = ({ text, engine }) => ({ text, family: engine === 'qr' ? 'qr' : 'zxing' })
