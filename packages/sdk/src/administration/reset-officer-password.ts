import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type OfficerAccount,
  type OfficerInvitation,
  resetOfficerPasswordEndpoint,
} from '../schema/officer-account.js'

/**
 * Takes the password of an account away and ends its sessions. The answer's token chooses another
 * (`setUpOfficer`): it is shown this once, hand it over in person.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * const { token } = await resetOfficerPassword(client, { officerId })
 */
export async function resetOfficerPassword(
  client: Client,
  { officerId }: Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerInvitation> {
  return call(client, resetOfficerPasswordEndpoint, { officerId }, options)
}
