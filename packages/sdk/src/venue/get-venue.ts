import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type FoundVenue, type GetVenueInput, getVenueEndpoint } from '../schema/venue.js'

/**
 * Gets what everybody may know of a venue and, with the revision of a scanned poster, how that
 * poster stands. Offline the poster itself says who signed it: `verifyVenueQr`.
 *
 * @throws {KbytError} `not_found`: no such venue.
 * @example
 * const { name, posterState } = await getVenue(client, { venueCode: 'CHDNGBAA', revision: 1 })
 * console.log(name, posterState)
 */
export async function getVenue(
  client: Client,
  input: GetVenueInput,
  options?: CallOptions,
): Promise<FoundVenue> {
  return call(client, getVenueEndpoint, input, options)
}
