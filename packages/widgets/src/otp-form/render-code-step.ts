import { type Language, toMobileE164, toNationalPhone } from '@kbyt/sdk/schema'
import { html, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderTextField } from '../fields/text-field.js'
import { fillWords } from '../words/catalogue.js'
import type { OtpFormWords } from '../words/otp-form.vi.js'
import { sayDuration } from '../words/say-duration.js'

/** DESIGN: how long a code lives. The challenge tells the end by the server's clock only. */
const codeLifeSeconds = 300

interface CodeStepOptions {
  readonly words: OtpFormWords
  readonly language: Language
  /** As typed. */
  readonly phone: string
  readonly codeLength: number
  readonly code: string
  readonly error: string | undefined
  readonly isPending: boolean
  /** Until a new code may be asked for; 0 when it may. */
  readonly resendSeconds: number
  readonly onInput: (text: string) => void
  readonly onChangePhone: () => void
  readonly onResend: () => void
}

/** Where the code went, the box for it, and the ways on when it does not come. */
export function renderCodeStep(options: CodeStepOptions): TemplateResult {
  const { words, language, codeLength, isPending } = options
  const { otp, common } = words
  return html`
    ${renderSentTo(options)}
    ${renderTextField({
      id: 'code',
      label: otp.code,
      hint: fillWords(otp.codeHint, {
        length: codeLength,
        validity: sayDuration(codeLifeSeconds, language),
      }),
      error: options.error,
      errorLabel: common.errorLabel,
      value: options.code,
      inputMode: 'numeric',
      autocomplete: 'one-time-code',
      isRequired: true,
      isShort: true,
      hasDigits: true,
      onInput: options.onInput,
    })}
    <div class="actions">
      ${renderActionButton({ label: otp.verify, pendingLabel: otp.verifying, isPending })}
    </div>
    ${renderResend(options)}
  `
}

function renderSentTo({ words: { otp }, phone, onChangePhone }: CodeStepOptions): TemplateResult {
  const readable = toNationalPhone(toMobileE164(phone) ?? phone)
  return html`<p>
    ${otp.sentTo} <strong class="number unbroken">${readable}</strong>.<br />
    <button type="button" class="link" @click=${onChangePhone}>${otp.changePhone}</button>
  </p>`
}

function renderResend(options: CodeStepOptions): TemplateResult {
  const { words, language, resendSeconds, onResend } = options
  const { otp } = words
  if (resendSeconds > 0) {
    const wait = sayDuration(resendSeconds, language)
    return html`<p class="muted number">${fillWords(otp.resendIn, { wait })}</p>`
  }
  return html`<p>
    ${otp.notReceived}
    <button type="button" class="link" @click=${onResend}>${otp.resend}</button>
  </p>`
}
