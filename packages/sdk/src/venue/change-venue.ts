import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { changeVenueEndpoint, type OwnVenue, type VenueChanges } from '../schema/venue.js'

/**
 * Changes a venue; what is left out stays. Another name, ward or direction makes a new poster:
 * print it.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `input_invalid`: one issue per wrong field; `session_required`, `session_expired`: prove the
 * phone (`requestOtp`).
 * @example
 * const { poster } = await changeVenue(client, { venueCode: 'CHDNGBAA', name: 'Chợ An Cựu' })
 * console.log(poster.revision)
 */
export async function changeVenue(
  client: Client,
  changes: VenueChanges,
  options?: CallOptions,
): Promise<OwnVenue> {
  return call(client, changeVenueEndpoint, changes, options)
}
