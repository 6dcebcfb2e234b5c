import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Account, type NewAccount, updateAccountEndpoint } from '../schema/account.js'

/**
 * Corrects the account of the proven phone. Whoever gets another name, birth date or document is
 * unverified again, and their device asks for new grants.
 *
 * @throws {KbytError} `account_not_found`: register first. `input_invalid`: `issues` say where.
 * `session_required`, `session_expired`.
 * @example
 * await updateAccount(client, { person: { ...person, email: 'thao@example.com' }, consents })
 */
export async function updateAccount(
  client: Client,
  input: NewAccount,
  options?: CallOptions,
): Promise<Account> {
  return call(client, updateAccountEndpoint, input, options)
}
