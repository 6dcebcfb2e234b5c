import type { EngineFiles } from './messages.js'

export interface EngineFilesOptions {
  /** The worker's script; the other files are taken to lie beside it. @defaultValue the package's */
  readonly workerUrl?: string | URL | undefined
  /** The WebAssembly. @defaultValue the package's, or the one beside `workerUrl` */
  readonly wasmUrl?: string | URL | undefined
}

/**
 * Where the worker and its parts lie; undefined in a bundle that does not know where it lies itself.
 * The addresses are written so that bundlers see them and copy the files.
 */
export function findEngineFiles(options: EngineFilesOptions): EngineFiles | undefined {
  const { workerUrl, wasmUrl } = options
  const files = workerUrl === undefined ? findPackageFiles() : findBeside(workerUrl)
  if (!files || wasmUrl === undefined) return files
  return { ...files, wasm: new URL(wasmUrl, document.baseURI).href }
}

function findPackageFiles(): EngineFiles | undefined {
  if (!import.meta.url) return undefined // one file without modules: kbyt.iife.js
  return {
    worker: new URL('./scan-worker.js', import.meta.url).href,
    zxingWasm: new URL('./zxing-wasm.js', import.meta.url).href,
    wasm: new URL('./zxing_reader.wasm', import.meta.url).href,
    zxingJs: new URL('./zxing-js.js', import.meta.url).href,
  }
}

function findBeside(workerUrl: string | URL): EngineFiles {
  const worker = new URL(workerUrl, document.baseURI).href
  const find = (name: string) => new URL(name, worker).href
  return {
    worker,
    zxingWasm: find('zxing-wasm.js'),
    wasm: find('zxing_reader.wasm'),
    zxingJs: find('zxing-js.js'),
  }
}
