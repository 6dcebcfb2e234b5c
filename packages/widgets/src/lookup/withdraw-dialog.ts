import type { Client, FiledDeclaration } from '@kbyt/sdk'
import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import type { LookupWords } from '../words/lookup.vi.js'
import type { DeclarationsController } from './declarations.controller.js'

/**
 * Asks a second time before a declaration is withdrawn.
 *
 * Owns which one is asked about and why it could not be withdrawn. Does not own what follows.
 */
export class WithdrawDialog {
  readonly #host: LitElement
  readonly #declarations: DeclarationsController
  #declaration: FiledDeclaration | undefined
  #error: unknown

  constructor(host: LitElement, declarations: DeclarationsController) {
    this.#host = host
    this.#declarations = declarations
  }

  render(
    { lookup }: LookupWords,
    say: (error: unknown) => string,
    onWithdraw: () => void,
  ): TemplateResult {
    const error = this.#error
    return html`<dialog aria-labelledby="withdraw-title">
      <div class="stack">
        <h3 id="withdraw-title">${lookup.withdrawTitle}</h3>
        <p>${lookup.withdrawWarning}</p>
        ${error === undefined ? nothing : html`<p class="notice danger" role="alert">${say(error)}</p>`}
        <div class="actions">
          ${renderActionButton({ label: lookup.withdrawNo, isSecondary: true, onPress: () => this.#close() })}
          ${renderActionButton({
            label: lookup.withdrawYes,
            pendingLabel: lookup.withdrawing,
            isPending: this.#declarations.isWithdrawing,
            isDanger: true,
            onPress: onWithdraw,
          })}
        </div>
      </div>
    </dialog>`
  }

  open(declaration: FiledDeclaration): void {
    this.#declaration = declaration
    this.#error = undefined
    this.#host.requestUpdate()
    this.#element?.showModal()
  }

  /** Why the last try failed; the dialog shows it. */
  get error(): unknown {
    return this.#error
  }

  /** The declaration withdrawn; the dialog stays open otherwise. */
  async withdraw(client: Client): Promise<FiledDeclaration | undefined> {
    if (!this.#declaration) return undefined
    this.#error = undefined
    try {
      const withdrawn = await this.#declarations.withdraw(client, this.#declaration)
      if (withdrawn) this.#close()
      return withdrawn
    } catch (error) {
      this.#error = error
      this.#host.requestUpdate()
      return undefined
    }
  }

  get #element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog')
  }

  #close(): void {
    this.#element?.close()
  }
}
