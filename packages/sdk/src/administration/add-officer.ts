import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  addOfficerEndpoint,
  type NewOfficerAccount,
  type OfficerInvitation,
} from '../schema/officer-account.js'

/**
 * Makes an account with its role and areas. The answer's token chooses its password
 * (`setUpOfficer`): it is shown this once, hand it over in person.
 *
 * @throws {KbytError} `input_invalid`: the name is taken, or role and areas do not go together;
 * `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * const { token } = await addOfficer(client, {
 *   username: 'tran.binh',
 *   displayName: 'Trần Bình',
 *   grant: { role: 'ward', areas: ['19777'] },
 * })
 */
export async function addOfficer(
  client: Client,
  officer: NewOfficerAccount,
  options?: CallOptions,
): Promise<OfficerInvitation> {
  return call(client, addOfficerEndpoint, officer, options)
}
