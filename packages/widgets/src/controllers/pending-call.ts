import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * One call at a time, aborted when the element leaves the page or another begins.
 *
 * Owns: the abort signal and whether a call is under way. Does not own: what the call answers.
 */
export class PendingCall implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #abort: AbortController | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get isPending(): boolean {
    return this.#abort !== undefined
  }

  /** Runs a call; one that was overtaken or left behind gives `undefined` and throws nothing. */
  async run<Answer>(call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer | undefined> {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#host.requestUpdate()
    try {
      const answer = await call(abort.signal)
      return abort.signal.aborted ? undefined : answer
    } catch (error) {
      if (abort.signal.aborted) return undefined
      throw error
    } finally {
      if (this.#abort === abort) this.#abort = undefined
      this.#host.requestUpdate()
    }
  }

  stop(): void {
    this.#abort?.abort()
    this.#abort = undefined
  }

  hostDisconnected(): void {
    this.stop()
  }
}
