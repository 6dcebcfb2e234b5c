import { type Client, isKbytError } from '@kbyt/sdk'
import type { LitElement, TemplateResult } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import type { InspectionWords } from '../words/inspection.vi.js'
import type { OfficerController } from './officer.controller.js'
import { type LoginFields, renderLogin } from './render-login.js'

/**
 * What is typed to sign in.
 *
 * Owns name, password and code until they are taken; password and code are forgotten then. The code is asked
 * for once the server wants one. Does not own the session.
 */
export class LoginForm {
  readonly #host: LitElement
  readonly #officer: OfficerController
  readonly #focus: FocusController
  #fields: LoginFields = { username: '', password: '', totpCode: '' }
  #missing: readonly (keyof LoginFields)[] = []
  #isPasswordShown = false
  #isCodeAsked = false

  constructor(host: LitElement, officer: OfficerController, focus: FocusController) {
    this.#host = host
    this.#officer = officer
    this.#focus = focus
  }

  render(client: Client, words: InspectionWords, refusal: string | undefined): TemplateResult {
    return renderLogin({
      words,
      refusal,
      fields: this.#fields,
      missing: this.#missing,
      isPasswordShown: this.#isPasswordShown,
      isPending: this.#officer.isPending,
      isCodeAsked: this.#isCodeAsked,
      onInput: (fields) => {
        this.#fields = { ...this.#fields, ...fields }
        // another account may have no code
        if (fields.username !== undefined) this.#askCode(false)
      },
      onShowPassword: (isShown) => {
        this.#isPasswordShown = isShown
        this.#host.requestUpdate()
      },
      onSubmit: () => {
        void this.#signIn(client)
      },
    })
  }

  async #signIn(client: Client): Promise<void> {
    const { username, password, totpCode } = this.#fields
    const asked = this.#isCodeAsked ? (['totpCode'] as const) : []
    const names = ['username', 'password', ...asked] as const
    this.#missing = names.filter((name) => this.#fields[name].trim() === '')
    const [first] = this.#missing
    if (first) return this.#focus.request(boxes[first])
    const code = this.#isCodeAsked ? { totpCode } : {}
    await this.#officer.signIn(client, { username, password, ...code })
    if (this.#officer.error !== undefined) return this.#explain(this.#officer.error)
    this.#fields = { username, password: '', totpCode: '' }
    this.#isPasswordShown = false
    this.#askCode(false)
  }

  /** A code counts once: after any refusal the next one is needed. */
  #explain(error: unknown): void {
    const isWanted = isKbytError(error) && error.code === 'officer_totp_required'
    this.#fields = { ...this.#fields, totpCode: '' }
    if (isWanted) this.#askCode(true)
    this.#focus.request(isWanted ? boxes.totpCode : boxes.password)
  }

  #askCode(isAsked: boolean): void {
    this.#isCodeAsked = isAsked
    this.#host.requestUpdate()
  }
}

const boxes: Record<keyof LoginFields, string> = {
  username: '#username',
  password: '#password',
  totpCode: '#totp-code',
}
