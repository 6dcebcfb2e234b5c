import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { changePasswordEndpoint } from '../schema/officer.js'

/**
 * Chooses another password for the officer who is signed in; every other session of theirs ends.
 *
 * @throws {KbytError} `officer_login_failed`: the current password is wrong; `input_invalid`: the new one is
 * too short; `audit_unavailable`: nothing was changed, ask again.
 * @example
 * await changePassword(client, { currentPassword: 'cái cũ này', password: 'bốn từ không liên quan' })
 */
export async function changePassword(
  client: Client,
  input: { readonly currentPassword: string; readonly password: string },
  options?: CallOptions,
): Promise<void> {
  await call(client, changePasswordEndpoint, input, options)
}
