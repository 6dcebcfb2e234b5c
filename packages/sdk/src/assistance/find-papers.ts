import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type FindPapersInput, findPapersEndpoint, type PaperList } from '../schema/paper.js'

/**
 * Lists papers received but not entered (or, with `state`, those done with), the oldest first.
 *
 * @throws {KbytError} `forbidden`, `audit_unavailable`.
 * @example
 * const { papers, nextCursor } = await findPapers(client, { post: 'ga-hue' })
 */
export async function findPapers(
  client: Client,
  input: FindPapersInput,
  options?: CallOptions,
): Promise<PaperList> {
  return call(client, findPapersEndpoint, input, options)
}
