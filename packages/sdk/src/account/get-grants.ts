import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type GrantList, type GrantRequest, getGrantsEndpoint } from '../schema/account.js'

/**
 * Gets what this device draws *Mã QR của tôi* from, for a week: keep it, and ask again before it
 * ends. One device at a time: a new one takes the place of the one before.
 *
 * @throws {KbytError} `account_not_found`: register first. `rate_limited`: too many devices in a
 * day. `session_required`, `session_expired`.
 * @example
 * const { grants } = await getGrants(client, { devicePublicKey: holderKey.publicKey })
 */
export async function getGrants(
  client: Client,
  input: GrantRequest,
  options?: CallOptions,
): Promise<GrantList> {
  return call(client, getGrantsEndpoint, input, options)
}
