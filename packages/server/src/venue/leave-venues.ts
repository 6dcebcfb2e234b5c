import type { Outside } from '../outside.js'
import type { BlindIndex, LeftVenue } from '../store/store.js'
import { findPastVenue } from './find-venue.js'
import { sealVenue } from './open-venue.js'

/**
 * What becomes of the venues a phone owns once it is forgotten: the contact goes, and whoever has managed
 * the venue longest takes it over. Without a manager it is closed: nobody would answer for it.
 */
export async function leaveVenues(outside: Outside, phoneIndex: BlindIndex): Promise<LeftVenue[]> {
  const memberships = await outside.store.venues.findMemberships(phoneIndex)
  const owned = memberships.filter(({ role }) => role === 'owner')
  return Promise.all(owned.map(({ venueCode }) => leaveVenue(outside, venueCode)))
}

async function leaveVenue(outside: Outside, venueCode: string): Promise<LeftVenue> {
  const { store, vault, clock } = outside
  const staff = await store.venues.findStaff(venueCode)
  const successorId = staff.find(({ role }) => role === 'manager')?.staffId
  const { row, facts, ...content } = await findPastVenue(outside, venueCode)
  const { contact: _contact, ...left } = facts
  return {
    row: {
      ...row,
      version: row.version + 1,
      closedAt: successorId === undefined ? clock.now() : null,
      sealed: await sealVenue(vault, venueCode, { ...content, facts: left }),
    },
    successorId,
  }
}
