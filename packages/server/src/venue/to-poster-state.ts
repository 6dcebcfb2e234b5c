import type { posterStates } from '@kbyt/sdk/schema'
import type { OpenedVenue } from './open-venue.js'

/** How the poster of a revision stands; one that the venue never had is as good as revoked. */
export function toPosterState(
  { row, posters }: OpenedVenue,
  revision: number,
): (typeof posterStates)[number] {
  const poster = posters.find((each) => each.revision === revision)
  if (!poster || poster.revokedAt !== undefined) return 'revoked'
  return revision === row.revision ? 'newest' : 'outdated'
}
