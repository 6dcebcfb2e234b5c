import { type Client, createBrowserSession, createClient } from '@kbyt/sdk'
import type { LitElement } from 'lit'

interface ConnectedHost extends LitElement {
  /** The connection to send through. */
  client: Client | undefined
  /** Origin of the API, for pages that have no client of their own. */
  api: string | undefined
  /** The page's publishable key. */
  publishableKey: string | undefined
}

// Elements with the same service and key on a page are one visit: one client, one session.
const sharedClients = new Map<string, Client>()

/**
 * Finds the client an element sends through: its `client`, else one made from `api` and
 * `publishable-key` and shared with every element that names the same pair.
 *
 * Owns: nothing but the choice. Does not own: calls, sessions.
 */
export class ConnectionController {
  readonly #host: ConnectedHost

  constructor(host: ConnectedHost) {
    this.#host = host
  }

  get client(): Client | undefined {
    const { client, api, publishableKey } = this.#host
    if (client) return client
    return api === undefined ? undefined : shareClient(api, publishableKey)
  }
}

function shareClient(api: string, publishableKey: string | undefined): Client | undefined {
  if (!URL.canParse(api, document.baseURI)) return undefined
  const baseUrl = new URL(api, document.baseURI).origin
  const pair = `${baseUrl} ${publishableKey ?? ''}`
  const shared = sharedClients.get(pair)
  if (shared) return shared
  const session = createBrowserSession(() => sessionStorage, `kbyt.session ${pair}`)
  const client = createClient({ baseUrl, session, ...(publishableKey ? { publishableKey } : {}) })
  sharedClients.set(pair, client)
  return client
}
