import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { resendDeadLettersEndpoint, type SubscriberInput } from '../schema/feed.js'

/**
 * Has the webhooks to a subscriber that were given up tried again, for three more days.
 *
 * @throws {KbytError} `forbidden`: the officer is no administrator; `not_found`: there is no such
 * subscriber, or it is disabled; `audit_unavailable`: nothing was done, try again.
 * @example
 * const { resent } = await resendDeadLetters(client, { subscriberId })
 */
export async function resendDeadLetters(
  client: Client,
  input: SubscriberInput,
  options?: CallOptions,
): Promise<{ resent: number }> {
  return call(client, resendDeadLettersEndpoint, input, options)
}
