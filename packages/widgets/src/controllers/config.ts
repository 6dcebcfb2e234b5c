import { type Client, type Config, getConfig } from '@kbyt/sdk'
import type { ReactiveControllerHost } from 'lit'
import { PendingCall } from './pending-call.js'

/**
 * The portal's configuration, fetched once per client.
 *
 * Owns: the call and its outcome. Does not own: what is made of it.
 */
export class ConfigController {
  readonly #host: ReactiveControllerHost
  readonly #call: PendingCall
  #client: Client | undefined
  #config: Config | undefined
  #error: unknown

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    this.#call = new PendingCall(host)
  }

  get current(): Config | undefined {
    return this.#config
  }

  get error(): unknown {
    return this.#error
  }

  /** Fetches it unless this client's is there, under way or failed. */
  ensure(client: Client): void {
    if (this.#client === client) return
    this.#client = client
    this.#config = undefined
    void this.retry()
  }

  async retry(): Promise<void> {
    const client = this.#client
    if (!client) return
    this.#error = undefined
    try {
      this.#config = await this.#call.run((signal) => getConfig(client, { signal }))
      // Taken out of the page while asking: the next connection asks again.
      if (!this.#config) this.#client = undefined
    } catch (error) {
      this.#error = error
    }
    this.#host.requestUpdate()
  }
}
