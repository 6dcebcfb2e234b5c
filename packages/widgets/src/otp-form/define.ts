import { KbytOtpForm } from './otp-form.js'

// A page may load two copies; the first one wins instead of a crash.
if (globalThis.customElements && !customElements.get('kbyt-otp-form')) {
  customElements.define('kbyt-otp-form', KbytOtpForm)
}
