import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Account, createAccountEndpoint, type NewAccount } from '../schema/account.js'

/**
 * Registers an account for the proven phone, for *Mã QR của tôi* (dispatch 391, I.4.a).
 *
 * @throws {KbytError} `account_exists`: open it with `getAccount`. `input_invalid`: `issues` say
 * where. `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const account = await createAccount(client, { person, consents })
 */
export async function createAccount(
  client: Client,
  input: NewAccount,
  options?: IdempotentCallOptions,
): Promise<Account> {
  return call(client, createAccountEndpoint, input, options)
}
