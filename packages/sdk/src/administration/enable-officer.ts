import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { enableOfficerEndpoint, type OfficerAccount } from '../schema/officer-account.js'

/**
 * Enables an account again.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await enableOfficer(client, { officerId })
 */
export async function enableOfficer(
  client: Client,
  { officerId }: Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, enableOfficerEndpoint, { officerId }, options)
}
