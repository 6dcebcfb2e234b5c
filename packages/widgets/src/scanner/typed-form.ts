import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import type { ShellWords } from '../words/scanner.vi.js'

/**
 * A box for who has no picture: the digits of a pass, or the number of a paper.
 *
 * Owns what is wrong with the box. Does not own what the text means.
 */
export class TypedForm {
  readonly #host: LitElement
  readonly #onText: (text: string) => void
  #isMissing = false

  constructor(host: LitElement, onText: (text: string) => void) {
    this.#host = host
    this.#onText = onText
  }

  render({ ways }: ShellWords): TemplateResult {
    return html`<form class="stack-tight" novalidate @submit=${this.#onSubmit}>
      <label for="typed">${ways.typed}</label>
      ${
        this.#isMissing
          ? html`<p class="error" id="typed-error">
              <span class="visually-hidden">${ways.errorLabel} </span>${ways.typedMissing}
            </p>`
          : nothing
      }
      <div class="typed">
        <input
          id="typed"
          class="digits"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-invalid=${this.#isMissing ? 'true' : nothing}
          aria-describedby=${this.#isMissing ? 'typed-error' : nothing}
        />
        <button class="button secondary">${ways.typedSend}</button>
      </div>
    </form>`
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    const box = this.#host.renderRoot.querySelector<HTMLInputElement>('#typed')
    const text = box?.value.trim() ?? ''
    this.#isMissing = text === ''
    this.#host.requestUpdate()
    if (!box) return
    if (this.#isMissing) box.focus()
    else this.#onText(text)
    box.value = ''
  }
}
