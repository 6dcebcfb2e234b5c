import type { Client } from '@kbyt/sdk'
import type { LitElement, TemplateResult } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import type { InspectionWords } from '../words/inspection.vi.js'
import type { OfficerController } from './officer.controller.js'
import { type LoginFields, renderLogin } from './render-login.js'

/**
 * What is typed to sign in.
 *
 * Owns name and password until they are taken; the password is forgotten then. Does not own the
 * session.
 */
export class LoginForm {
  readonly #host: LitElement
  readonly #officer: OfficerController
  readonly #focus: FocusController
  #fields: LoginFields = { username: '', password: '' }
  #missing: readonly (keyof LoginFields)[] = []
  #isPasswordShown = false

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
      onInput: (fields) => {
        this.#fields = { ...this.#fields, ...fields }
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
    const { username, password } = this.#fields
    this.#missing = (['username', 'password'] as const).filter((name) => this.#fields[name] === '')
    const [first] = this.#missing
    if (first) return this.#focus.request(`#${first}`)
    await this.#officer.signIn(client, username, password)
    if (this.#officer.error !== undefined) return this.#focus.request('#password')
    this.#fields = { username, password: '' }
    this.#isPasswordShown = false
    this.#host.requestUpdate()
  }
}
