import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type PolicyRecord,
  type SavePolicyDraftInput,
  savePolicyDraftEndpoint,
} from '../schema/policy-publishing.js'

/**
 * Keeps a draft, new or (with `policyId`) changed, and says what is wrong with it: nothing typed
 * is lost for being wrong.
 *
 * @throws {KbytError} `policy_published`: make a new draft. `not_found`, `forbidden`.
 * @example
 * const { policyId, problems } = await savePolicyDraft(client, { policy: draft })
 */
export async function savePolicyDraft(
  client: Client,
  input: SavePolicyDraftInput,
  options?: IdempotentCallOptions,
): Promise<PolicyRecord> {
  return call(client, savePolicyDraftEndpoint, input, options)
}
