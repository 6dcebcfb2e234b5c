import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getKeySetEndpoint, type KeySet } from '../schema/trust.js'

/**
 * Gets the public keys that this backend signs passes with, for `verifyQr`.
 *
 * @throws {KbytError} `offline`, `timed_out`: go on with the keys you hold; `unexpected_answer`: the
 * server publishes a private key, one kid twice or a key of another kind: believe none of the set.
 * @example
 * const { keys } = await getKeySet(client)
 */
export async function getKeySet(client: Client, options?: CallOptions): Promise<KeySet> {
  return call(client, getKeySetEndpoint, {}, options)
}
