import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type AddStaffInput, addStaffEndpoint, type StaffMember } from '../schema/venue-staff.js'

/**
 * Lets a phone work at a venue, or gives it another role. Whoever holds it proves it by a code.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `input_invalid`: no mobile number, or a hundred already work there; `session_required`,
 * `session_expired`: prove the phone (`requestOtp`).
 * @example
 * await addStaff(client, { venueCode: 'CHDNGBAA', phone: '0905 123 456', role: 'staff' })
 */
export async function addStaff(
  client: Client,
  input: AddStaffInput,
  options?: CallOptions,
): Promise<StaffMember> {
  return call(client, addStaffEndpoint, input, options)
}
