import type { Client } from '@kbyt/sdk'
import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import type { SessionController } from '../controllers/session.js'
import type { KbytOtpStepChangedEvent } from '../otp-form/otp-form.events.js'
import type { WordOverrides } from '../words/catalogue.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { renderHeading } from './step-heading.js'

/**
 * The first two steps, phone and code, which the OTP form does.
 *
 * Owns which of the two is asked, and whether a session has ended on the way. Does not own the
 * session, nor what was typed so far.
 */
export class ProofPage {
  readonly #host: LitElement
  readonly #session: SessionController
  readonly #focus: FocusController
  #step: 'phone' | 'code' = 'phone'
  #isSessionOver = false

  constructor(host: LitElement, session: SessionController, focus: FocusController) {
    this.#host = host
    this.#session = session
    this.#focus = focus
  }

  render(
    client: Client,
    words: DeclarationFormWords,
    overrides: WordOverrides<DeclarationFormWords> | undefined,
  ): TemplateResult {
    const { form } = words
    const title = this.#step === 'phone' ? form.stepPhone : form.stepCode
    return html`
      <div class="stack step">
        ${renderHeading(words, this.#step, title)}
        ${this.#isSessionOver ? html`<p class="notice warning">${form.sessionOver}</p>` : nothing}
        <kbyt-otp-form
          .client=${client}
          .words=${overrides}
          @kbyt-otp-step-changed=${this.#onStepChanged}
          @kbyt-otp-verified=${this.#onVerified}
        ></kbyt-otp-form>
      </div>
    `
  }

  /** The session is over: asks for a new code; the draft stays. */
  askAgain(): void {
    this.#isSessionOver = true
    this.#session.lose()
    this.#focus.request('#heading')
  }

  readonly #onStepChanged = ({ step }: KbytOtpStepChangedEvent): void => {
    this.#step = step
    this.#host.requestUpdate()
  }

  readonly #onVerified = (): void => {
    this.#isSessionOver = false
    this.#step = 'phone'
    this.#focus.request('#heading')
    this.#host.requestUpdate()
  }
}
