import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type DeadLetterPage,
  type FindDeadLettersInput,
  findDeadLettersEndpoint,
} from '../schema/feed.js'

/**
 * Lists the webhooks to a subscriber that were given up after three days, the oldest first.
 *
 * @throws {KbytError} `forbidden`: the officer is no administrator; `not_found`: there is no such
 * subscriber.
 * @example
 * const { deadLetters, nextCursor } = await findDeadLetters(client, { subscriberId })
 */
export async function findDeadLetters(
  client: Client,
  input: FindDeadLettersInput,
  options?: CallOptions,
): Promise<DeadLetterPage> {
  return call(client, findDeadLettersEndpoint, input, options)
}
