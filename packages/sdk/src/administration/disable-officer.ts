import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { disableOfficerEndpoint, type OfficerAccount } from '../schema/officer-account.js'

/**
 * Disables an account; its sessions end at once.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await disableOfficer(client, { officerId })
 */
export async function disableOfficer(
  client: Client,
  { officerId }: Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, disableOfficerEndpoint, { officerId }, options)
}
