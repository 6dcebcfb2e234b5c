import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { findOwnVenuesEndpoint, type OwnVenue } from '../schema/venue.js'

/**
 * Finds the venues the proven phone works at, as owner, manager or staff.
 *
 * @throws {KbytError} `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { venues } = await findOwnVenues(client)
 * for (const { name, role } of venues) console.log(name, role)
 */
export async function findOwnVenues(
  client: Client,
  options?: CallOptions,
): Promise<{ venues: OwnVenue[] }> {
  return call(client, findOwnVenuesEndpoint, {}, options)
}
