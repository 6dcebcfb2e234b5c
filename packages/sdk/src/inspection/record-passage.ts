import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Passage, recordPassageEndpoint } from '../schema/inspection-results.js'

/**
 * Records *Đã qua chốt* of somebody a look-up of this officer found, for the ward they go to. The first
 * moment stays, however often it is recorded.
 *
 * @throws {KbytError} `not_found`: nobody with an entry declaration, or look the person up again;
 * `forbidden`: not an officer of a post; `audit_unavailable`, `session_required`, `session_expired`.
 * @example
 * const { passedAt } = await recordPassage(client, { inspectionId, personId })
 */
export async function recordPassage(
  client: Client,
  input: { readonly inspectionId: string; readonly personId: string },
  options?: CallOptions,
): Promise<Passage> {
  return call(client, recordPassageEndpoint, input, options)
}
