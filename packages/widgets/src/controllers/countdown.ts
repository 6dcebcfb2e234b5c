import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Counts down to an instant, a tick a second while there is something to count.
 *
 * Owns: the timer. Does not own: what happens at zero.
 */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #endsAt = 0
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1_000))
  }

  /** Starts again from `seconds`; zero or less stops. */
  start(seconds: number): void {
    this.#endsAt = Date.now() + seconds * 1_000
    this.#tick()
    this.#resume()
  }

  hostConnected(): void {
    this.#resume()
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #resume(): void {
    if (this.secondsLeft > 0) this.#timer ??= setInterval(() => this.#tick(), 1_000)
  }

  #tick(): void {
    this.#host.requestUpdate()
    if (this.secondsLeft > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
