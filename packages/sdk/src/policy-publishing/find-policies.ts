import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type FindPoliciesInput,
  findPoliciesEndpoint,
  type PolicyList,
} from '../schema/policy-publishing.js'

/**
 * Lists drafts and published policies, the newest first; page by page with `nextCursor`.
 *
 * @throws {KbytError} `forbidden`: the officer is not the province's.
 * @example
 * const { policies, nextCursor } = await findPolicies(client, { limit: 20 })
 */
export async function findPolicies(
  client: Client,
  input: FindPoliciesInput,
  options?: CallOptions,
): Promise<PolicyList> {
  return call(client, findPoliciesEndpoint, input, options)
}
