import type { LitElement, ReactiveController } from 'lit'

/**
 * Moves the focus after the next render: to an error summary, a new step's heading, a field.
 *
 * Owns: the one wish outstanding. Does not own: what is focusable.
 */
export class FocusController implements ReactiveController {
  readonly #host: LitElement
  #selector: string | undefined
  #isPatient = false

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  /** Focuses the first match once rendered. */
  request(selector: string): void {
    this.#selector = selector
    this.#isPatient = false
    this.#host.requestUpdate()
  }

  /** Focuses the first match as soon as there is one, which may take an answer of the server. */
  requestWhenShown(selector: string): void {
    this.request(selector)
    this.#isPatient = true
  }

  /** Focuses the field of an id: the control itself, or the first control of a group. */
  requestField(id: string): void {
    const escaped = CSS.escape(id)
    this.request(
      `input#${escaped}, select#${escaped}, button#${escaped}, #${escaped} :is(input, select)`,
    )
  }

  hostUpdated(): void {
    if (this.#selector === undefined) return
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.#selector)
    if (target || !this.#isPatient) this.#selector = undefined
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }
}
