import '../otp-form/define.js'
import '../qr-view/define.js'
import { KbytDeclarationForm } from './declaration-form.js'

// A page may load two copies; the first one wins instead of a crash.
if (globalThis.customElements && !customElements.get('kbyt-declaration-form')) {
  customElements.define('kbyt-declaration-form', KbytDeclarationForm)
}
