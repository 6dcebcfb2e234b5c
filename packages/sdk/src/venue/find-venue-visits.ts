import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type FindVenueVisitsInput,
  findVenueVisitsEndpoint,
  type VenueVisitPage,
} from '../schema/venue-visit.js'

/**
 * Finds who came and went, newest first, for those who work at the venue: names and times, no more.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `input_invalid`: a cursor of another
 * list; `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { visits, nextCursor } = await findVenueVisits(client, { venueCode: 'CHDNGBAA' })
 * for (const { displayName, direction } of visits) console.log(displayName, direction)
 */
export async function findVenueVisits(
  client: Client,
  input: FindVenueVisitsInput,
  options?: CallOptions,
): Promise<VenueVisitPage> {
  return call(client, findVenueVisitsEndpoint, input, options)
}
