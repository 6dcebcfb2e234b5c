import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderCheckbox } from '../fields/choice-field.js'
import { renderTextField } from '../fields/text-field.js'
import type { InspectionWords } from '../words/inspection.vi.js'

export interface LoginFields {
  readonly username: string
  readonly password: string
  readonly totpCode: string
}

export interface LoginOptions {
  readonly words: InspectionWords
  readonly fields: LoginFields
  readonly isPasswordShown: boolean
  readonly isPending: boolean
  /** The password was right, and the account has an authenticator app. */
  readonly isCodeAsked: boolean
  /** What the last try said. */
  readonly refusal: string | undefined
  /** Fields left empty by the last try. */
  readonly missing: readonly (keyof LoginFields)[]
  readonly onInput: (fields: Partial<LoginFields>) => void
  readonly onShowPassword: (isShown: boolean) => void
  readonly onSubmit: () => void
}

export function renderLogin(options: LoginOptions): TemplateResult {
  const { words, fields, refusal, missing, isPasswordShown, onInput, onShowPassword } = options
  const { login, common } = words
  const submit = (event: Event) => {
    event.preventDefault()
    options.onSubmit()
  }
  return html`<form class="stack login" novalidate @submit=${submit}>
    <h2>${login.title}</h2>
    ${refusal ? html`<p class="notice danger" role="alert">${refusal}</p>` : nothing}
    ${renderTextField({
      id: 'username',
      label: login.username,
      value: fields.username,
      autocomplete: 'username',
      autocapitalize: 'none',
      error: missing.includes('username') ? login.usernameMissing : undefined,
      errorLabel: common.errorLabel,
      onInput: (username) => onInput({ username }),
    })}
    ${renderTextField({
      id: 'password',
      label: login.password,
      type: isPasswordShown ? 'text' : 'password',
      value: fields.password,
      autocomplete: 'current-password',
      autocapitalize: 'none',
      error: missing.includes('password') ? login.passwordMissing : undefined,
      errorLabel: common.errorLabel,
      onInput: (password) => onInput({ password }),
    })}
    ${renderCheckbox({ label: login.showPassword, isOn: isPasswordShown, onToggle: onShowPassword })}
    ${options.isCodeAsked ? renderCode(options) : nothing}
    <div class="actions">
      ${renderActionButton({
        label: login.submit,
        pendingLabel: login.pending,
        isPending: options.isPending,
      })}
    </div>
  </form>`
}

function renderCode({ words, fields, missing, onInput }: LoginOptions): TemplateResult {
  const { login, common } = words
  return renderTextField({
    id: 'totp-code',
    label: login.totpCode,
    hint: login.totpCodeHint,
    value: fields.totpCode,
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    isShort: true,
    hasDigits: true,
    error: missing.includes('totpCode') ? login.totpCodeMissing : undefined,
    errorLabel: common.errorLabel,
    onInput: (totpCode) => onInput({ totpCode }),
  })
}
