import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getPolicyEndpoint, type PolicyInForce } from '../schema/policy-publishing.js'

/**
 * Gets the quarantine policy in force, for `evaluatePolicy`.
 *
 * @throws {KbytError} `not_found`: none is in force.
 * @example
 * const { policy } = await getPolicy(client)
 */
export async function getPolicy(client: Client, options?: CallOptions): Promise<PolicyInForce> {
  return call(client, getPolicyEndpoint, {}, options)
}
