import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Account, getAccountEndpoint } from '../schema/account.js'

/**
 * Gets the account of the proven phone.
 *
 * @throws {KbytError} `account_not_found`: register first (`createAccount`). `session_required`,
 * `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { person, verification } = await getAccount(client)
 */
export async function getAccount(client: Client, options?: CallOptions): Promise<Account> {
  return call(client, getAccountEndpoint, {}, options)
}
