import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { findSubscribersEndpoint, type Subscriber } from '../schema/feed.js'

/**
 * Lists who reads the feed and who did, the oldest first, with how their webhooks stand.
 *
 * @throws {KbytError} `forbidden`: the officer is no administrator.
 * @example
 * const { subscribers } = await findSubscribers(client)
 */
export async function findSubscribers(
  client: Client,
  options?: CallOptions,
): Promise<{ subscribers: Subscriber[] }> {
  return call(client, findSubscribersEndpoint, {}, options)
}
