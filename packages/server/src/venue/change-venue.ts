import { KbytError } from '@kbyt/sdk'
import type { OwnVenue } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { IdempotentAnswer, StaffRow, VenueRow } from '../store/store.js'
import { findVenue } from './find-venue.js'
import type { MakePoster } from './make-poster.js'
import { type OpenedVenue, sealVenue, type VenueContent } from './open-venue.js'
import { toOwnVenue } from './to-venue.js'

/** Two managers may change a venue at once; many in a row never do. */
const maxAttempts = 5

/** What a change makes of a venue: its facts, and whether they want a new poster. */
export type VenueChange = (venue: OpenedVenue) => {
  readonly facts: VenueContent['facts']
  readonly checkOutAfterMs: number | null
  readonly poster: 'same' | 'next' | 'next-revoking'
}

/**
 * Changes what is there now; whoever was faster is changed on top of.
 *
 * @throws {KbytError} `not_found`, and `overloaded` when others never stop.
 */
export type ChangeVenue = (
  member: StaffRow,
  change: VenueChange,
  seal?: (changed: OwnVenue) => Promise<IdempotentAnswer>,
) => Promise<OwnVenue>

export function createChangeVenue(outside: Outside, makePoster: MakePoster): ChangeVenue {
  const { store, vault, clock } = outside

  async function toChanged(venue: OpenedVenue, change: VenueChange): Promise<OpenedVenue> {
    const { row, posterAddress, posters } = venue
    const { venueCode } = row
    const { facts, checkOutAfterMs, poster } = change(venue)
    const old = { revision: row.revision, content: { facts, posterAddress, posters } }
    const { revision, content } =
      poster === 'same'
        ? old
        : await makePoster({
            venueCode,
            content: old.content,
            nowMs: clock.now(),
            revokesOlder: poster === 'next-revoking',
          })
    const changed: VenueRow = {
      ...row,
      revision,
      checkOutAfterMs,
      version: row.version + 1,
      sealed: await sealVenue(vault, venueCode, content),
    }
    return { row: changed, ...content }
  }

  return async ({ venueCode, role }, change, seal) => {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const venue = await toChanged(await findVenue(outside, venueCode), change)
      const changed = toOwnVenue(venue, role)
      if (await store.venues.changeVenue(venue.row, await seal?.(changed))) return changed
    }
    throw new KbytError('overloaded', { retryAfterSeconds: 1 })
  }
}
