import type { VenueChanges } from '@kbyt/sdk/schema'
import type { VenueChange } from './change-venue.js'
import { normalizeContact, normalizeVenue } from './normalize-venue.js'
import type { OpenedVenue } from './open-venue.js'
import { toCheckOutMs } from './to-check-out-ms.js'
import { toContact } from './to-venue.js'

/** A poster says name, ward and direction: another one of these wants another poster. */
export function toVenueChange(
  { row, facts: old }: OpenedVenue,
  { name, kind, address, direction, contact, checkOutAfterMinutes }: VenueChanges,
): ReturnType<VenueChange> {
  const facts = normalizeVenue({
    name: name ?? old.name,
    kind: kind ?? old.kind,
    address: address ?? old.address,
    direction: direction ?? old.direction,
    ...(contact ? { contact: normalizeContact(contact) } : toContact({ facts: old })),
  })
  const isSame =
    facts.name === old.name &&
    facts.address.wardCode === old.address.wardCode &&
    facts.direction === old.direction
  return {
    facts,
    checkOutAfterMs: toCheckOutMs(checkOutAfterMinutes) ?? row.checkOutAfterMs,
    poster: isSame ? 'same' : 'next',
  }
}
