import { KbytReaderTest } from './reader-test.js'

if (!customElements.get('kbyt-reader-test'))
  customElements.define('kbyt-reader-test', KbytReaderTest)

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-reader-test': KbytReaderTest
  }
}
