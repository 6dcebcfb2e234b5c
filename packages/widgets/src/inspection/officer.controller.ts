import { type Client, type Config, getConfig, isSessionOver } from '@kbyt/sdk'
import {
  closeOfficerSession,
  getOfficerSession,
  type Officer,
  type OfficerCredentials,
  type OfficerDefaults,
  openOfficerSession,
  setOfficerDefaults,
} from '@kbyt/sdk/inspection'
import type { LitElement, ReactiveController } from 'lit'
import { PendingCall } from '../controllers/pending-call.js'

export type OfficerState =
  | { readonly step: 'loading' }
  | { readonly step: 'unreachable' }
  | { readonly step: 'signed-out' }
  | { readonly step: 'signed-in'; readonly officer: Officer; readonly config: Config }

/**
 * Who is at the desk: signing in and out, and the post and reason of the shift.
 *
 * Owns the officer's session as the page knows it. Does not own the look-ups nor what was typed,
 * which both outlive a session.
 */
export class OfficerController implements ReactiveController {
  state: OfficerState = { step: 'loading' }
  error: unknown
  readonly #host: LitElement
  readonly #call: PendingCall
  #asked: Client | undefined

  constructor(host: LitElement) {
    this.#host = host
    this.#call = new PendingCall(host)
    host.addController(this)
  }

  get isPending(): boolean {
    return this.#call.isPending
  }

  hostConnected(): void {
    this.#asked = undefined // back in a page: who is signed in may have changed
  }

  /** Asks once per client whether somebody is signed in already. */
  async resume(client: Client): Promise<void> {
    if (this.#asked === client) return
    this.#asked = client
    this.#show({ step: 'loading' })
    await this.#attempt(async (signal) => {
      const { officer } = await getOfficerSession(client, { signal })
      return this.#enter(client, officer, signal)
    })
  }

  async retry(client: Client): Promise<void> {
    this.#asked = undefined
    await this.resume(client)
  }

  async signIn(client: Client, credentials: OfficerCredentials): Promise<void> {
    this.error = undefined
    await this.#attempt(async (signal) => {
      const { officer } = await openOfficerSession(client, credentials, { signal })
      return this.#enter(client, officer, signal)
    })
  }

  async signOut(client: Client): Promise<void> {
    await this.#attempt(async (signal) => {
      await closeOfficerSession(client, { signal })
      return { step: 'signed-out' }
    })
  }

  async choose(client: Client, config: Config, defaults: OfficerDefaults): Promise<void> {
    this.error = undefined
    await this.#attempt(async (signal) => {
      const officer = await setOfficerDefaults(client, defaults, { signal })
      return { step: 'signed-in', officer, config }
    })
  }

  /** Whether the error means that the session is over; then the login is shown with its sentence. */
  endBy(error: unknown): boolean {
    if (!isSessionOver(error)) return false
    this.error = error
    this.#show({ step: 'signed-out' })
    return true
  }

  async #enter(client: Client, officer: Officer, signal: AbortSignal): Promise<OfficerState> {
    const config = await getConfig(client, { signal })
    return { step: 'signed-in', officer, config }
  }

  async #attempt(call: (signal: AbortSignal) => Promise<OfficerState>): Promise<void> {
    try {
      const state = await this.#call.run(call)
      if (state) this.#show(state)
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    const isFirst = this.state.step === 'loading'
    if (isSessionOver(error)) {
      this.error = isFirst ? undefined : error
      this.#show({ step: 'signed-out' })
      return
    }
    this.error = error
    this.#show(isFirst ? { step: 'unreachable' } : this.state)
  }

  #show(state: OfficerState): void {
    this.state = state
    this.#host.requestUpdate()
  }
}
