import type { CitizenSession } from '@kbyt/sdk'

/** Fired when the form asks for something else: the phone number, or the code sent to it. */
export class KbytOtpStepChangedEvent extends Event {
  readonly step: 'phone' | 'code'

  constructor(step: 'phone' | 'code') {
    super('kbyt-otp-step-changed', { bubbles: true, composed: true })
    this.step = step
  }
}

/** Fired once the phone is proven; the client holds the session already. */
export class KbytOtpVerifiedEvent extends Event {
  readonly session: CitizenSession

  constructor(session: CitizenSession) {
    super('kbyt-otp-verified', { bubbles: true, composed: true })
    this.session = session
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-otp-step-changed': KbytOtpStepChangedEvent
    'kbyt-otp-verified': KbytOtpVerifiedEvent
  }
}
