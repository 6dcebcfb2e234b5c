import { KbytQrView } from './qr-view.js'

if (!customElements.get('kbyt-qr-view')) customElements.define('kbyt-qr-view', KbytQrView)

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-qr-view': KbytQrView
  }
}
