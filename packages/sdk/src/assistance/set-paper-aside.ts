import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Paper, setPaperAsideEndpoint } from '../schema/paper.js'

/**
 * Closes a paper that cannot be entered, with the reason: an empty form, a second copy.
 *
 * @throws {KbytError} `paper_closed`: it was entered or closed already. `not_found`, `forbidden`,
 * `audit_unavailable`.
 * @example
 * await setPaperAside(client, { paperId, reason: 'Nộp trùng' })
 */
export async function setPaperAside(
  client: Client,
  input: { readonly paperId: string; readonly reason: string },
  options?: IdempotentCallOptions,
): Promise<Paper> {
  return call(client, setPaperAsideEndpoint, input, options)
}
