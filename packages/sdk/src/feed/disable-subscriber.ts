import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { disableSubscriberEndpoint, type SubscriberInput } from '../schema/feed.js'

/**
 * Ends the key of a subscriber and sends it nothing more.
 *
 * @throws {KbytError} `forbidden`: the officer is no administrator; `not_found`: there is none, or it
 * was disabled before; `audit_unavailable`: nothing was done, try again.
 * @example
 * await disableSubscriber(client, { subscriberId })
 */
export async function disableSubscriber(
  client: Client,
  input: SubscriberInput,
  options?: CallOptions,
): Promise<void> {
  await call(client, disableSubscriberEndpoint, input, options)
}
