import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type NewPaper, type Paper, receivePaperEndpoint } from '../schema/paper.js'

/**
 * Notes that a declaration on paper was handed in, so that the list shows it until it is entered.
 *
 * @throws {KbytError} `input_invalid`: the post is not known. `forbidden`, `audit_unavailable`.
 * @example
 * const { paperId } = await receivePaper(client, { kind: 'domestic', post: 'ga-hue', note: 'Số 12' })
 */
export async function receivePaper(
  client: Client,
  input: NewPaper,
  options?: IdempotentCallOptions,
): Promise<Paper> {
  return call(client, receivePaperEndpoint, input, options)
}
