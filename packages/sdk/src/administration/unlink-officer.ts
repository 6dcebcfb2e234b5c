import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type OfficerAccount, unlinkOfficerEndpoint } from '../schema/officer-account.js'

/**
 * Forgets who an officer is at the portal's OpenID provider, and ends their sessions.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await unlinkOfficer(client, { officerId })
 */
export async function unlinkOfficer(
  client: Client,
  { officerId }: Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, unlinkOfficerEndpoint, { officerId }, options)
}
