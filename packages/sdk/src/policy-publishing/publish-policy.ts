import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type PolicyRecord,
  type PublishPolicyInput,
  publishPolicyEndpoint,
} from '../schema/policy-publishing.js'

/**
 * Publishes a draft. The dry run that was seen goes with it and confirms its counts; from
 * `validFrom` on every inspection applies the policy.
 *
 * @throws {KbytError} `policy_dry_run_needed`: the draft changed, or the run is over an hour old,
 * run it again. `policy_version_taken`: choose another version. `input_invalid`: the draft has
 * errors. `policy_published`, `not_found`, `forbidden`.
 * @example
 * const { isInForce } = await publishPolicy(client, { policyId, dryRunId })
 */
export async function publishPolicy(
  client: Client,
  input: PublishPolicyInput,
  options?: IdempotentCallOptions,
): Promise<PolicyRecord> {
  return call(client, publishPolicyEndpoint, input, options)
}
