import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getOfficerSessionEndpoint, type OfficerSession } from '../schema/officer.js'

/**
 * Gets who is signed in, with role, areas and the defaults of the shift.
 *
 * @throws {KbytError} `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { officer } = await getOfficerSession(client)
 */
export async function getOfficerSession(
  client: Client,
  options?: CallOptions,
): Promise<OfficerSession> {
  return call(client, getOfficerSessionEndpoint, {}, options)
}
