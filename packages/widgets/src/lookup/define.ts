import '../otp-form/define.js'
import '../qr-view/define.js'
import { KbytLookup } from './lookup.js'

if (!customElements.get('kbyt-lookup')) customElements.define('kbyt-lookup', KbytLookup)

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-lookup': KbytLookup
  }
}
