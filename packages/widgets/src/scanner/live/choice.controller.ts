import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ScannedCode } from '../scanner-options.js'

/**
 * Several codes, of which a person takes one or none.
 *
 * Owns the question outstanding. Does not own how it looks, nor what follows.
 */
export class ChoiceController implements ReactiveController {
  /** What is offered; empty while nothing is asked. */
  codes: readonly ScannedCode[] = []
  readonly #host: ReactiveControllerHost
  #answer: ((code: ScannedCode | undefined) => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.take(undefined)
  }

  /** Offers the codes; `undefined` when none is wanted, another question comes, or `signal` ends. */
  ask(codes: readonly ScannedCode[], signal?: AbortSignal): Promise<ScannedCode | undefined> {
    this.take(undefined)
    this.codes = codes
    this.#host.requestUpdate()
    return new Promise((resolve) => {
      this.#answer = resolve
      signal?.addEventListener('abort', () => {
        if (this.#answer === resolve) this.take(undefined)
      })
    })
  }

  take(code: ScannedCode | undefined): void {
    this.codes = []
    this.#answer?.(code)
    this.#answer = undefined
    this.#host.requestUpdate()
  }
}
