import { KbytError } from '@kbyt/sdk'
import type { Outside } from '../outside.js'
import { type OpenedVenue, openVenue } from './open-venue.js'

/**
 * A venue that runs; one that was left without an owner is as good as none.
 *
 * @throws {KbytError} `not_found`.
 */
export async function findVenue(outside: Outside, venueCode: string): Promise<OpenedVenue> {
  const venue = await findPastVenue(outside, venueCode)
  if (venue.row.closedAt !== null) throw new KbytError('not_found')
  return venue
}

/**
 * The same, also when it was closed: where people were is asked for afterwards.
 *
 * @throws {KbytError} `not_found`.
 */
export async function findPastVenue(
  { store, vault }: Pick<Outside, 'store' | 'vault'>,
  venueCode: string,
): Promise<OpenedVenue> {
  const [row] = await store.venues.findVenues([venueCode])
  if (!row) throw new KbytError('not_found')
  return openVenue(vault, row)
}
