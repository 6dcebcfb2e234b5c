import { KbytError } from '../errors.js'
import { getConfigEndpoint } from '../schema/config.js'
import { fullPath } from '../schema/endpoint.js'
import { getKeySetEndpoint } from '../schema/trust.js'
import type { Client } from './client.js'

const waitMs = 5_000

/**
 * Tells a refused origin from a broken network. An unknown origin gets no CORS header, so the browser
 * reports both alike. When a page can read what is open to all and cannot read the configuration, it
 * is the origin.
 */
export async function explainSilence(
  client: Client,
  failure: KbytError,
  signal?: AbortSignal,
): Promise<KbytError> {
  const page = globalThis.location?.origin
  if (failure.code !== 'offline' || page === undefined || page === client.baseUrl) return failure
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
  try {
    await fetch(baseUrl + fullPath(path), { signal, credentials: 'omit' })
    return true
  } catch {
    return false
  }
}
