import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type RemoveStaffInput, removeStaffEndpoint } from '../schema/venue-staff.js'

/**
 * Lets a phone no longer work at a venue; its next scan there is refused.
 *
 * @throws {KbytError} `not_found`: no venue of this phone, nobody with this id, or the owner;
 * `forbidden`: its staff may not; `session_required`, `session_expired`: prove the phone
 * (`requestOtp`).
 * @example
 * const venueCode = 'CHDNGBAA'
 * const { staff } = await findStaff(client, { venueCode })
 * for (const { staffId, role } of staff) if (role === 'staff') await removeStaff(client, { venueCode, staffId })
 */
export async function removeStaff(
  client: Client,
  input: RemoveStaffInput,
  options?: CallOptions,
): Promise<void> {
  await call(client, removeStaffEndpoint, input, options)
}
