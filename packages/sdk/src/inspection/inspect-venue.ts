import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  inspectVenueEndpoint,
  type VenueInspection,
  type VenueInspectionRequest,
} from '../schema/venue-inspection.js'

/**
 * Looks a venue up with everybody who was there between two instants, at most 24 hours apart (*Kiểm
 * tra địa điểm*). Every page is audited; who a person is takes a second look-up, by `personId`.
 *
 * @throws {KbytError} `not_found`: no venue of the officer’s area; `input_invalid`: an impossible
 * window, or a cursor of another look-up; `audit_unavailable`: no log, no look-up; `rate_limited`;
 * `forbidden`: not this role’s; `session_required`, `session_expired`: sign in
 * (`openOfficerSession`).
 * @example
 * const { venue, presences } = await inspectVenue(client, {
 *   venueCode: 'CHDNGBAA',
 *   reason: 'contact-tracing',
 *   post: 'ga-hue',
 *   from: '2021-03-03T08:00:00+07:00',
 *   to: '2021-03-03T11:00:00+07:00',
 * })
 * console.log(venue.name, presences.length)
 */
export async function inspectVenue(
  client: Client,
  request: VenueInspectionRequest,
  options?: CallOptions,
): Promise<VenueInspection> {
  return call(client, inspectVenueEndpoint, request, options)
}
