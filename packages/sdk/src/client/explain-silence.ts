import { KbytError } from '../errors.js'
import { getConfigEndpoint } from '../schema/config.js'
import { fullPath } from '../schema/endpoint.js'
import { getKeySetEndpoint } from '../schema/trust.js'
import type { Client } from './client.js'
import { untilAborted } from './until-aborted.js'

const longestWaitMs = 5_000

/**
 * Tells a refused origin from a broken network. An unknown origin gets no CORS header, so the browser
 * reports both alike. When a page can read what is open to all and cannot read the configuration, it
 * is the origin.
 *
 * @param timeLeftMs - What is left of the time the whole call may take.
 */
export async function explainSilence(
  client: Client,
  failure: KbytError,
  timeLeftMs: number,
  signal?: AbortSignal,
): Promise<KbytError> {
  const page = globalThis.location?.origin
  if (failure.code !== 'offline' || page === undefined || page === client.baseUrl) return failure
  const waitMs = Math.floor(Math.max(0, Math.min(longestWaitMs, timeLeftMs)))
  const limit = AbortSignal.any([AbortSignal.timeout(waitMs), ...(signal ? [signal] : [])])
  if (await canRead(client, getConfigEndpoint, limit)) return failure
  if (!(await canRead(client, getKeySetEndpoint, limit))) return failure
  return new KbytError('origin_not_allowed', { cause: failure.cause })
}

async function canRead(
  { baseUrl, fetch }: Client,
  { path }: { readonly path: string },
  signal: AbortSignal,
): Promise<boolean> {
  const init: RequestInit = { signal, credentials: 'omit' }
  try {
    signal.throwIfAborted()
    await untilAborted(Promise.resolve(fetch(baseUrl + fullPath(path), init)), signal)
    return true
  } catch {
    return false
  }
}
