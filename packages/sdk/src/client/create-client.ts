import type { Client, Fetch } from './client.js'
import { createMemoryKeeper } from './create-memory-keeper.js'
import { createMemorySession } from './create-memory-session.js'
import type { SessionKeeper } from './keeper.js'

/** How {@link createClient} connects. */
export interface CreateClientOptions {
  /** Origin of the API; paths add `/v1`. In a page it may be relative: `/` is the page's own origin. */
  readonly baseUrl: string
  /** The partner's key, `kbyt_pk_…`; needed on origins other than the API's own. */
  readonly publishableKey?: string | undefined
  /** On a machine at a venue (turnstile, kiosk): its device key, `kbyt_dk_…`, never in a public page. */
  readonly deviceKey?: string | undefined
  /** @defaultValue `createMemorySession()` */
  readonly session?: SessionKeeper | undefined
  /** @defaultValue the global `fetch` */
  readonly fetch?: Fetch | undefined
  /** Limit for a whole call, retries and waits included. @defaultValue 30_000 */
  readonly timeoutMs?: number | undefined
}

const longestTimerMs = 2 ** 31 - 1

/**
 * Makes the connection that every call takes; it sends nothing by itself.
 *
 * @throws {TypeError} when an option cannot be meant: a base URL that is no origin, a key with blanks.
 * @example
 * const client = createClient({ baseUrl: 'https://kbyt.example', publishableKey: 'kbyt_pk_demo' })
 */
export function createClient({
  baseUrl,
  publishableKey,
  deviceKey,
  session = createMemorySession(),
  // Looked up at each call: a mock may replace it after the client was made.
  fetch = (input, init) => globalThis.fetch(input, init),
  timeoutMs = 30_000,
}: CreateClientOptions): Client {
  if (!(timeoutMs > 0 && timeoutMs <= longestTimerMs)) {
    throw new TypeError(`timeoutMs must lie between 1 and ${longestTimerMs}`)
  }
  if (!isToken(publishableKey)) throw new TypeError('publishableKey must look like kbyt_pk_…')
  if (!isToken(deviceKey)) throw new TypeError('deviceKey must look like kbyt_dk_…')
  return {
    baseUrl: toOrigin(baseUrl),
    publishableKey,
    deviceKey,
    session,
    officerToken: createMemoryKeeper<string>(),
    fetch,
    timeoutMs,
  }
}

const isToken = (key: string | undefined) => key === undefined || /^[\w.~+/-]+=*$/.test(key)

function toOrigin(baseUrl: string): string {
  const page = globalThis.location?.href
  const url = URL.canParse(baseUrl, page) ? new URL(baseUrl, page) : undefined
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && url.username === ''
  if (!isOrigin) throw new TypeError('baseUrl must be an origin such as https://kbyt.example')
  return url.origin
}
