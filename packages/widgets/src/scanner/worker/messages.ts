import type { FoundCode, Frame, ScanEffort } from '../decoder/decoder.js'

/** Where the parts lie that the worker loads when it needs them. */
export interface EngineFiles {
  /** The script of the worker itself. */
  readonly worker: string
  /** The module that drives the WebAssembly, and the WebAssembly. */
  readonly zxingWasm: string
  readonly wasm: string
  /** The module that reads where there is no WebAssembly. */
  readonly zxingJs: string
}

export type ToWorker =
  | { readonly kind: 'start'; readonly files: EngineFiles }
  | {
      readonly kind: 'decode'
      readonly id: number
      readonly frame: Frame
      readonly effort: ScanEffort
    }

export type FromWorker =
  | { readonly kind: 'ready' }
  /** This browser's workers cannot read a frame's pixels. */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'found'; readonly id: number; readonly codes: readonly FoundCode[] }
