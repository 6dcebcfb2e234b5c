import { createBrowserSession } from '../../client/create-browser-session.js'
import type { SessionKeeper } from '../../client/keeper.js'
import type { Ask } from './rules.setup.js'

/** A page in a browser. What is in its `sessionStorage` outlives a reload. */
export class Tab {
  readonly network: string
  session: SessionKeeper
  /** The session that a right code opened here last. */
  token: string | undefined
  /** The last question, to be sent again as it was. */
  asked: Ask | undefined
  readonly #storage: Map<string, string>

  constructor(network: string, storage: ReadonlyMap<string, string> = new Map()) {
    this.network = network
    this.#storage = new Map(storage)
    this.session = this.#openSession()
  }

  reload(): void {
    this.session = this.#openSession()
    this.asked = undefined
  }

  /** Browsers copy the `sessionStorage` of a page that is duplicated. */
  duplicate(network: string): Tab {
    const copy = new Tab(network, this.#storage)
    copy.token = this.token
    return copy
  }

  #openSession(): SessionKeeper {
    return createBrowserSession({
      getItem: (key) => this.#storage.get(key) ?? null,
      setItem: (key, value) => this.#storage.set(key, value),
      removeItem: (key) => this.#storage.delete(key),
    })
  }
}
