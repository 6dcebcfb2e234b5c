import type { OwnVenue, Venue, VenueRole } from '@kbyt/sdk/schema'
import { minuteMs } from '../limits/check-limit.js'
import type { OpenedVenue } from './open-venue.js'

/** A venue as everybody may see it. */
export function toVenue({ row, facts }: OpenedVenue): Venue {
  const { name, kind, address, direction } = facts
  return { venueCode: row.venueCode, name, kind, address, direction, revision: row.revision }
}

/** Whom to ask there, as long as somebody is named. */
export const toContact = ({ facts: { contact } }: Pick<OpenedVenue, 'facts'>) =>
  contact ? { contact } : {}

/** A venue as somebody who works there sees it. */
export function toOwnVenue(venue: OpenedVenue, role: VenueRole): OwnVenue {
  const { row, posterAddress, posters } = venue
  const createdAt = posters.at(-1)?.createdAt ?? row.createdAt
  return {
    ...toVenue(venue),
    ...toContact(venue),
    ...toCheckOut(venue),
    role,
    poster: {
      revision: row.revision,
      address: posterAddress,
      createdAt: new Date(createdAt).toISOString(),
    },
  }
}

export function toCheckOut({
  row: { checkOutAfterMs },
}: OpenedVenue): Pick<OwnVenue, 'checkOutAfterMinutes'> {
  return checkOutAfterMs === null ? {} : { checkOutAfterMinutes: checkOutAfterMs / minuteMs }
}
