import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type OfficerAccount, resetOfficerTotpEndpoint } from '../schema/officer-account.js'

/**
 * Takes the TOTP secret of an account away and ends its sessions: a phone was lost.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await resetOfficerTotp(client, { officerId })
 */
export async function resetOfficerTotp(
  client: Client,
  { officerId }: Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, resetOfficerTotpEndpoint, { officerId }, options)
}
