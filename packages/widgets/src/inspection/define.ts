import '../scanner/define.js'
import { KbytInspection } from './inspection.js'

if (!customElements.get('kbyt-inspection')) {
  customElements.define('kbyt-inspection', KbytInspection)
}

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-inspection': KbytInspection
  }
}
