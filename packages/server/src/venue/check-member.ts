import { KbytError } from '@kbyt/sdk'
import type { VenueRole } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import type { StaffRow, Store } from '../store/store.js'

export const everyRole: readonly VenueRole[] = ['owner', 'manager', 'staff']
/** Who may change a venue, its staff and its machines. */
export const managingRoles: readonly VenueRole[] = ['owner', 'manager']

/**
 * Whether the proven phone works at the venue in one of these roles.
 *
 * @throws {KbytError} `not_found` alike for no venue and somebody else's, `forbidden` for another role.
 */
export async function checkMember(
  { venues }: Store,
  venueCode: string,
  { citizen }: CitizenCall,
  roles: readonly VenueRole[],
): Promise<StaffRow> {
  const member = await venues.findMembership(venueCode, citizen.phoneIndex)
  if (!member) throw new KbytError('not_found')
  if (!roles.includes(member.role)) throw new KbytError('forbidden')
  return member
}
