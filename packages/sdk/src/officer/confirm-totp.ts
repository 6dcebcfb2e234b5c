import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { confirmTotpEndpoint } from '../schema/officer.js'

/**
 * Confirms the secret of {@link setUpTotp} by a code of it; each sign-in asks for one from then on.
 *
 * @throws {KbytError} `officer_login_failed`: the code is wrong or its 30 seconds are over;
 * `audit_unavailable`: nothing was changed, ask again.
 * @example
 * await confirmTotp(client, { code: '492039' })
 */
export async function confirmTotp(
  client: Client,
  input: { readonly code: string },
  options?: CallOptions,
): Promise<void> {
  await call(client, confirmTotpEndpoint, input, options)
}
