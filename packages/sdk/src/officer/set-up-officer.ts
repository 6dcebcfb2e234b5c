import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { setUpOfficerEndpoint } from '../schema/officer.js'

/**
 * Chooses an officer's first password, or another after a reset, by the one-time token of an invitation.
 *
 * @throws {KbytError} `not_found`: the token is wrong, used or too old: ask an administrator for another;
 * `input_invalid`: the password is too short; `audit_unavailable`: nothing was changed, ask again.
 * @example
 * await setUpOfficer(client, { token, password: 'bốn từ không liên quan' })
 */
export async function setUpOfficer(
  client: Client,
  input: { readonly token: string; readonly password: string },
  options?: CallOptions,
): Promise<void> {
  await call(client, setUpOfficerEndpoint, input, options)
}
