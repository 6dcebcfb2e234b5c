import { createSearch, type Search } from '../decoder/create-search.js'
import { createEngineShelf } from '../engines/engine-shelf.js'
import { createNativeEngine, findDetectorClass } from '../engines/native.js'
import { createQrEngine } from '../engines/qr.js'
import { readPixels } from '../frame/read-pixels.js'
import type { EngineFiles, FromWorker, ToWorker } from './messages.js'

// The script of the worker: what the page's thread is spared. It runs under the CSP of its own answer.

/** Longest side looked at in one go: a whole frame of 1280 × 720. */
const maxSide = { frame: 1_280, file: 1_280 }
/** How long one engine may keep the next message waiting. */
const sliceMs = 16

let search: Promise<Search> | undefined

async function start(files: EngineFiles): Promise<Search> {
  const shelf = await createEngineShelf({
    first: [() => createNativeEngine(findDetectorClass()), async () => createQrEngine(sliceMs)],
    more: [
      async () =>
        (await importModule<ZxingWasm>(files.zxingWasm)).createZxingWasmEngine(files.wasm),
      async () => (await importModule<ZxingJs>(files.zxingJs)).createZxingJsEngine(),
    ],
  })
  return createSearch({ shelf, maxSide })
}

type ZxingWasm = typeof import('../engines/zxing-wasm.js')
type ZxingJs = typeof import('../engines/zxing-js.js')

/** Loads a part by the address that the page told. */
function importModule<Module>(address: string): Promise<Module> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address)
}

function answer(message: FromWorker): void {
  globalThis.postMessage(message)
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') {
    search = start(data.files)
    return answer(typeof OffscreenCanvas === 'function' ? { kind: 'ready' } : { kind: 'unfit' })
  }
  const { id, frame, effort } = data
  try {
    const codes = await (await search)?.(readPixels(frame), effort)
    answer({ kind: 'found', id, codes: codes ?? [] })
  } catch {
    answer({ kind: 'found', id, codes: [] }) // a frame that cannot be read holds no code
  }
})
