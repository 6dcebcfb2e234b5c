import type { RecognizedQr } from '@kbyt/sdk/qr'
import type { CameraSource } from './camera/camera-source.js'
import type { Decoder, FoundCode } from './decoder/decoder.js'
import type { ScannerState } from './scanner-state.js'

/** A code that was read, and what it is by its form; nothing is proven yet. */
export interface ScannedCode extends FoundCode {
  readonly recognized: RecognizedQr
}

/** What `createScanner` takes; all of it may be left out. */
export interface ScannerOptions {
  /** Shows the picture; muted and inline. @defaultValue none is shown */
  readonly video?: HTMLVideoElement | undefined
  /** @defaultValue the page's camera */
  readonly camera?: CameraSource | undefined
  /** How long a code must be out of the picture before it is reported again. @defaultValue 2000 */
  readonly repeatAfterMs?: number | undefined
  /** A code came into the picture, or one was chosen of several. */
  readonly onCode?: ((code: ScannedCode) => void) | undefined
  readonly onState?: ((state: ScannerState) => void) | undefined
  /** All codes of each look, in the pixels of the video: for outlines. */
  readonly onLook?: ((codes: readonly FoundCode[]) => void) | undefined
  /**
   * Lets a person choose when several codes are in the picture; `undefined` for none of them. `signal`
   * ends when the scanner stops. Without it nothing is reported until one code is alone.
   */
  readonly choose?:
    | ((codes: readonly ScannedCode[], signal: AbortSignal) => Promise<ScannedCode | undefined>)
    | undefined
  /** Called once, at the first use. @defaultValue the decoder of this package */
  readonly createDecoder?: (() => Decoder) | undefined
}

/** A scanner without a face. */
export interface Scanner {
  readonly state: ScannerState
  /** Asks for the camera and looks for codes until stopped; done when there is a picture, or none will come. */
  start(): Promise<void>
  /** Switches the camera off at once, also while permission is still being asked. */
  stop(): void
  /** Lets the picture stand still and looks no more; the camera stays reserved. */
  pause(): void
  resume(): void
  setTorch(isOn: boolean): Promise<void>
  setZoom(value: number): Promise<void>
  /** Looks through another of `state.camera.lenses`, and does so next time too. */
  chooseLens(id: string): Promise<void>
  /**
   * The codes as they come: switches the camera on if it is off, and off again when the loop ends.
   *
   * @throws {KbytError} `camera_unavailable`: `state.problem` says why; offer a file or typing.
   */
  codes(options?: { readonly signal?: AbortSignal | undefined }): AsyncIterableIterator<ScannedCode>
  /**
   * Looks for codes in a picture file.
   *
   * @throws {KbytError} `media_type_unsupported`: no picture that this browser can open.
   */
  readFile(file: Blob): Promise<readonly ScannedCode[]>
  /** Stops for good: ends the worker too. */
  close(): void
}
