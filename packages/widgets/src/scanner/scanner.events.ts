import type { RecognizedQr } from '@kbyt/sdk/qr'
import type { ScannerState } from './scanner-state.js'

/** How a text came in: seen by the camera, found in a picture file, typed by hand. */
export type CodeOrigin = 'camera' | 'file' | 'typed'

/** Fired for each code that comes before the camera, lies in a file or is typed; cannot be cancelled. */
export class KbytCodeScannedEvent extends Event {
  readonly text: string
  /** What it is by its form; nothing is proven yet. */
  readonly recognized: RecognizedQr
  readonly origin: CodeOrigin

  constructor(text: string, recognized: RecognizedQr, origin: CodeOrigin = 'camera') {
    super('kbyt-code-scanned', { bubbles: true, composed: true })
    this.text = text
    this.recognized = recognized
    this.origin = origin
  }
}

/** Fired when the camera goes on, off, rests, fails, or offers several codes; cannot be cancelled. */
export class KbytScannerChangedEvent extends Event {
  readonly state: ScannerState

  constructor(state: ScannerState) {
    super('kbyt-scanner-changed', { bubbles: true, composed: true })
    this.state = state
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-code-scanned': KbytCodeScannedEvent
    'kbyt-scanner-changed': KbytScannerChangedEvent
  }
}
