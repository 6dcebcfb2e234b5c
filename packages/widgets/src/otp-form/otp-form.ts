import { type Client, isKbytError } from '@kbyt/sdk'
import { phoneSchema, toInputIssues } from '@kbyt/sdk/schema'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ConnectionController } from '../controllers/connection.js'
import { FocusController } from '../controllers/focus.js'
import { WordsController } from '../controllers/words.js'
import { renderActionButton } from '../fields/action-button.js'
import { renderNotice, renderStatus } from '../fields/notice.js'
import { renderTextField } from '../fields/text-field.js'
import { theme } from '../theme/index.js'
import { fillWords, type WordOverrides } from '../words/catalogue.js'
import { en } from '../words/otp-form.en.js'
import { type OtpFormWords, vi } from '../words/otp-form.vi.js'
import { sayError } from '../words/say-error.js'
import { OtpController } from './otp.controller.js'
import { KbytOtpStepChangedEvent, KbytOtpVerifiedEvent } from './otp-form.events.js'
import { renderCodeStep } from './render-code-step.js'
import { toCode } from './to-code.js'
import { WebOtpController } from './web-otp.controller.js'

/** Errors about the code in the box; all others stand above the form. */
const codeErrors = new Set(['otp_code_wrong'])

/**
 * Proves a phone number by a one-time code sent to it.
 *
 * @element kbyt-otp-form
 * @attr {light|dark|auto} theme - Without it the page's own `color-scheme` decides.
 * @slot help - Text under the phone field, such as a hotline.
 * @csspart input - The phone or the code field.
 * @csspart submit - The button that sends the code or verifies it.
 * @csspart notice - The box that says what went wrong.
 * @cssproperty --kbyt-color-accent - Colour of buttons and links.
 * @fires {KbytOtpStepChangedEvent} kbyt-otp-step-changed - It asks for the number, or for the code.
 * @fires {KbytOtpVerifiedEvent} kbyt-otp-verified - The phone is proven, the client holds a session.
 */
export class KbytOtpForm extends LitElement {
  static override readonly styles = theme
  static override readonly shadowRootOptions = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  }

  /** The connection to send through; else one is made from `api` and `publishable-key`. */
  @property({ attribute: false }) client: Client | undefined
  /** Origin of the API. */
  @property() api: string | undefined
  /** The page's publishable key. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | undefined
  /** Sentences to say differently. */
  @property({ attribute: false }) words: WordOverrides<OtpFormWords> | undefined
  /** Text of the button that sends the code, such as "Tra cứu". */
  @property({ attribute: 'submit-label' }) submitLabel: string | undefined

  @state() private phone = ''
  @state() private code = ''
  @state() private fieldError: string | undefined
  @state() private news = ''

  readonly #words = new WordsController(this, { vi, en })
  readonly #connection = new ConnectionController(this)
  readonly #focus = new FocusController(this)
  readonly #otp = new OtpController(this)
  readonly #webOtp = new WebOtpController(this, (code) => this.#useReceivedCode(code))
  #step: 'phone' | 'code' | undefined

  /** What the form asks for now. */
  get step(): 'phone' | 'code' {
    return this.#otp.state.step
  }

  protected override willUpdate(): void {
    // The first field is not focused: the form may stand anywhere on its page.
    if (this.#step !== undefined && this.#step !== this.step) this.#focus.request('input')
  }

  protected override updated(): void {
    const { step } = this
    if (this.#step === step) return
    const isNews = this.#step !== undefined || step === 'code'
    this.#step = step
    if (step === 'code') this.#webOtp.listen()
    else this.#webOtp.stop()
    if (isNews) this.dispatchEvent(new KbytOtpStepChangedEvent(step))
  }

  protected override render(): TemplateResult {
    const { common } = this.#words.current
    if (!this.#connection.client) return renderNotice('danger', common.notConnected)
    return html`
      <form class="stack" novalidate @submit=${this.#onSubmit}>
        ${this.#renderRefusal()} ${this.step === 'phone' ? this.#renderPhone() : this.#renderCode()}
      </form>
      ${renderStatus(this.news)}
    `
  }

  #renderRefusal() {
    const { error } = this.#otp
    if (error === undefined || isAtField(error)) return nothing
    return html`<div class="notice danger" part="notice" role="alert">${this.#say(error)}</div>`
  }

  #renderPhone(): TemplateResult {
    const { otp, common } = this.#words.current
    return html`
      ${renderTextField({
        id: 'phone',
        label: otp.phone,
        hint: otp.phoneHint,
        error: this.fieldError,
        errorLabel: common.errorLabel,
        value: this.phone,
        type: 'tel',
        inputMode: 'tel',
        autocomplete: 'tel',
        isRequired: true,
        isShort: true,
        hasDigits: true,
        onInput: (value) => {
          this.phone = value
        },
      })}
      <slot name="help"></slot>
      <div class="actions">
        ${renderActionButton({
          label: this.submitLabel ?? otp.request,
          pendingLabel: common.sending,
          isPending: this.#otp.isPending,
        })}
      </div>
    `
  }

  #renderCode() {
    const { state } = this.#otp
    if (state.step !== 'code') return nothing
    return renderCodeStep({
      words: this.#words.current,
      language: this.#words.language,
      phone: state.phone,
      codeLength: state.challenge.codeLength,
      code: this.code,
      error: this.fieldError ?? this.#sayCodeError(),
      isPending: this.#otp.isPending,
      resendSeconds: this.#otp.resendSeconds,
      onInput: (text) => {
        this.code = toCode(text)
      },
      onChangePhone: this.#onChangePhone,
      onResend: this.#onResend,
    })
  }

  #say(error: unknown): string {
    return sayError(error, this.#words.current, this.#words.language)
  }

  #sayCodeError(): string | undefined {
    const { error } = this.#otp
    return error !== undefined && isAtField(error) ? this.#say(error) : undefined
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.#otp.isPending) return
    void (this.step === 'phone' ? this.#sendPhone() : this.#sendCode())
  }

  async #sendPhone(): Promise<void> {
    const { client } = this.#connection
    this.fieldError = this.#checkPhone()
    if (this.fieldError !== undefined || !client) return this.#focus.request('input')
    this.code = ''
    await this.#otp.request(client, this.phone)
  }

  async #sendCode(): Promise<void> {
    const { client } = this.#connection
    const { state } = this.#otp
    if (!client || state.step !== 'code') return
    const { codeLength: length } = state.challenge
    const { codeLength } = this.#words.current.otp
    this.fieldError = this.code.length === length ? undefined : fillWords(codeLength, { length })
    if (this.fieldError !== undefined) return this.#focus.request('input')
    const session = await this.#otp.verify(client, this.code)
    if (session) return void this.dispatchEvent(new KbytOtpVerifiedEvent(session))
    if (isVerdict(this.#otp.error)) this.code = ''
    this.#focus.request('input')
  }

  #checkPhone(): string | undefined {
    const { otp, issues } = this.#words.current
    if (this.phone.trim() === '') return otp.phoneRequired
    const { error } = phoneSchema.safeParse(this.phone, { reportInput: true })
    const code = error && toInputIssues(error)[0]?.code
    return code === 'phone_not_mobile' ? issues.phone_not_mobile : code && issues.phone_impossible
  }

  readonly #onResend = async (): Promise<void> => {
    const { client } = this.#connection
    if (!client || this.#otp.isPending) return
    this.fieldError = undefined
    this.code = ''
    this.news = ''
    await this.#otp.resend(client)
    if (this.#otp.error === undefined) this.news = this.#words.current.otp.resent
    this.#focus.request('input')
  }

  readonly #onChangePhone = (): void => {
    this.phone = this.#otp.state.step === 'code' ? this.#otp.state.phone : this.phone
    this.code = ''
    this.fieldError = undefined
    this.#otp.restart()
  }

  #useReceivedCode(text: string): void {
    this.code = toCode(text)
    void this.#sendCode()
  }
}

const isAtField = (error: unknown) => isKbytError(error) && codeErrors.has(error.code)

/** The server has judged the code; without an answer it may still be right. */
const isVerdict = (error: unknown) => isKbytError(error) && error.code.startsWith('otp_')

export { KbytOtpStepChangedEvent, KbytOtpVerifiedEvent }

declare global {
  interface HTMLElementTagNameMap {
    'kbyt-otp-form': KbytOtpForm
  }
}
