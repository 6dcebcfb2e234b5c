import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { VenueInput } from '../schema/venue.js'
import { findStaffEndpoint, type StaffMember } from '../schema/venue-staff.js'

/**
 * Finds who works at a venue, in the order they were added; the owner is the first.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { staff } = await findStaff(client, { venueCode: 'CHDNGBAA' })
 * for (const { phone, role } of staff) console.log(phone, role)
 */
export async function findStaff(
  client: Client,
  input: VenueInput,
  options?: CallOptions,
): Promise<{ staff: StaffMember[] }> {
  return call(client, findStaffEndpoint, input, options)
}
