import { KbytScanner } from './scanner.js'

if (!customElements.get('kbyt-scanner')) customElements.define('kbyt-scanner', KbytScanner)

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-scanner': KbytScanner
  }
}
