import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  linkOfficerEndpoint,
  type OfficerAccount,
  type OidcIdentity,
} from '../schema/officer-account.js'

/**
 * Says who an officer is at the portal's OpenID provider, so that they may sign in there.
 *
 * @throws {KbytError} `not_found`: no such account; `officer_last_administrator`: nobody would be left who
 * could undo it; `audit_unavailable`: nothing was changed, ask again; `forbidden`: not an administrator.
 * @example
 * await linkOfficer(client, { officerId, issuer: 'https://id.example.vn', subject: '7f3a' })
 */
export async function linkOfficer(
  client: Client,
  identity: OidcIdentity & Pick<OfficerAccount, 'officerId'>,
  options?: CallOptions,
): Promise<OfficerAccount> {
  return call(client, linkOfficerEndpoint, identity, options)
}
