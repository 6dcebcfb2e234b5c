import type { RecognizedQr } from '@kbyt/sdk/qr'

/** Fired for each code that comes before the camera or lies in a file; cannot be cancelled. */
export class KbytCodeScannedEvent extends Event {
  readonly text: string
  readonly recognized: RecognizedQr

  constructor(text: string, recognized: RecognizedQr) {
    super('kbyt-code-scanned', { bubbles: true, composed: true })
    this.text = text
    this.recognized = recognized
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-code-scanned': KbytCodeScannedEvent
  }
}
