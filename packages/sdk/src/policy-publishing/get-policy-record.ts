import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getPolicyRecordEndpoint, type PolicyRecord } from '../schema/policy-publishing.js'

/**
 * Gets one policy whole, draft or published, with what is wrong with it.
 *
 * @throws {KbytError} `not_found`; `forbidden`: the officer is not the province's.
 * @example
 * const { policy, problems } = await getPolicyRecord(client, { policyId })
 */
export async function getPolicyRecord(
  client: Client,
  input: { readonly policyId: string },
  options?: CallOptions,
): Promise<PolicyRecord> {
  return call(client, getPolicyRecordEndpoint, input, options)
}
