import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type PolicyDryRun, tryPolicyEndpoint } from '../schema/policy-publishing.js'

/**
 * Tries a draft on everybody on the way or under a measure now: "412 people change from … to …".
 *
 * @throws {KbytError} `input_invalid`: the draft has errors, `issues` say where.
 * `policy_published`: it is no draft any more. `not_found`, `forbidden`.
 * @example
 * const { dryRunId, changes } = await tryPolicy(client, { policyId })
 */
export async function tryPolicy(
  client: Client,
  input: { readonly policyId: string },
  options?: CallOptions,
): Promise<PolicyDryRun> {
  return call(client, tryPolicyEndpoint, input, options)
}
