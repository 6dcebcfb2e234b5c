import type { Client } from '@kbyt/sdk'
import type { LitElement, ReactiveController } from 'lit'

/**
 * Whether the phone is proven, on this element or on another of the page with the same client.
 *
 * Owns: listening for a proof. Does not own: the session, which is the client's. It is not looked at
 * by the clock: a page must not vanish under somebody's hands; the server refuses what is too late.
 */
export class SessionController implements ReactiveController {
  readonly #host: LitElement
  readonly #onEnded: (() => void) | undefined
  #client: Client | undefined
  #phone: string | undefined

  /** @param onEnded - What else to forget once the person has left, here or in another element. */
  constructor(host: LitElement, onEnded?: () => void) {
    this.#host = host
    this.#onEnded = onEnded
    host.addController(this)
  }

  get isProven(): boolean {
    return this.#phone !== undefined
  }

  /** The phone that was proven, E.164; nothing before that. */
  get phone(): string | undefined {
    return this.#phone
  }

  /** Takes the session this client brings along, if it has one. */
  ensure(client: Client): void {
    if (this.#client === client) return
    this.#client = client
    this.#look()
  }

  /** The server has refused the session. */
  lose(): void {
    this.#client?.session.clear()
    this.#phone = undefined
    this.#host.requestUpdate()
  }

  hostConnected(): void {
    document.addEventListener('kbyt-otp-verified', this.#onVerified)
    document.addEventListener('kbyt-session-ended', this.#onLeft)
  }

  hostDisconnected(): void {
    document.removeEventListener('kbyt-otp-verified', this.#onVerified)
    document.removeEventListener('kbyt-session-ended', this.#onLeft)
  }

  readonly #onVerified = (): void => {
    if (!this.isProven) this.#look()
  }

  readonly #onLeft = (): void => {
    this.#look()
    if (!this.isProven) this.#onEnded?.()
  }

  #look(): void {
    const session = this.#client?.session.load()
    const isLive = session !== undefined && Date.parse(session.expiresAt) > Date.now()
    this.#phone = isLive ? session.phone : undefined
    this.#host.requestUpdate()
  }
}
