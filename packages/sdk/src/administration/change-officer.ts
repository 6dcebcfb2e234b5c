import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  changeOfficerEndpoint,
  type OfficerAccount,
  type OfficerAccountChanges,
} from '../schema/officer-account.js'

/**
 * Changes the name of an account, or its role and areas as a whole; it counts from the officer's next
 * request on.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await changeOfficer(client, { officerId, grant: { role: 'checkpoint', areas: ['46'] } })
 */
export async function changeOfficer(
  client: Client,
  changes: OfficerAccountChanges,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, changeOfficerEndpoint, changes, options)
}
