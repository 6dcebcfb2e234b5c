import { KbytError } from '@kbyt/sdk'
import type { Outside } from '../outside.js'
import { type OpenedVenue, openVenue } from './open-venue.js'

/** @throws {KbytError} `not_found`. */
export async function findVenue(
  { store, vault }: Outside,
  venueCode: string,
): Promise<OpenedVenue> {
  const [row] = await store.venues.findVenues([venueCode])
  if (!row) throw new KbytError('not_found')
  return openVenue(vault, row)
}
