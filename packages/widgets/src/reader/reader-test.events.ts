import type { TestCodeName } from './test-codes.js'

/** Fired for each test code that was scanned; cannot be cancelled. */
export class KbytReaderTestedEvent extends Event {
  readonly code: TestCodeName
  /** Whether the code arrived as it should. */
  readonly isRead: boolean
  /** Whether all test codes have arrived as they should. */
  readonly isReady: boolean

  constructor(code: TestCodeName, { isRead, isReady }: { isRead: boolean; isReady: boolean }) {
    super('kbyt-reader-tested', { bubbles: true, composed: true })
    this.code = code
    this.isRead = isRead
    this.isReady = isReady
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-reader-tested': KbytReaderTestedEvent
  }
}
