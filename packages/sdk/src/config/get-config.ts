import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Config, getConfigEndpoint } from '../schema/config.js'

/**
 * Gets what the portal decides: names, open forms, lists, consent texts, limits.
 *
 * @throws {KbytError} `key_unknown`, `origin_not_allowed`: have the key and this page's origin
 * registered with the portal; `offline`, `timed_out`: ask again.
 * @example
 * const { portalName, symptoms } = await getConfig(client)
 */
export async function getConfig(client: Client, options?: CallOptions): Promise<Config> {
  return call(client, getConfigEndpoint, {}, options)
}
