import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type OfficerCredentials,
  type OfficerSession,
  openOfficerSessionEndpoint,
} from '../schema/officer.js'

/**
 * Signs an officer in. In a browser the session is a cookie that no script reads; elsewhere its token
 * is kept in the client.
 *
 * @throws {KbytError} `officer_login_failed`: name, password or code is wrong, or the account is disabled;
 * `officer_totp_required`: ask for the code of the authenticator and send it as `totpCode`;
 * `rate_limited`: wait for `retryAfterSeconds`.
 * @example
 * const { officer } = await openOfficerSession(client, { username: 'chot.phubai', password })
 */
export async function openOfficerSession(
  client: Client,
  input: OfficerCredentials,
  options?: CallOptions,
): Promise<OfficerSession> {
  const session = await call(client, openOfficerSessionEndpoint, input, options)
  if (session.token === undefined) client.officerToken.clear()
  else client.officerToken.save(session.token)
  return session
}
