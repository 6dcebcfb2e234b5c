import type { LitElement, ReactiveController } from 'lit'

/**
 * Who pressed a button that is gone goes on with the one that took its place, also when that takes a
 * while to come.
 *
 * Owns whether the focus was lost. Does not own which button goes on: it has the class `next`.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement
  #hadFocus = false
  #isLost = false

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null
  }

  hostUpdated(): void {
    const isNowhere = document.activeElement === document.body
    if (this.#hadFocus && isNowhere) this.#isLost = true
    if (!isNowhere) this.#isLost = false
    const next = this.#host.renderRoot.querySelector<HTMLElement>('.next')
    if (!this.#isLost || !next) return
    this.#isLost = false
    next.focus()
  }
}
