import { type Presence, toPresences } from '@kbyt/sdk/check-in'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { VisitRow } from '../store/store.js'
import type { OpenedVenue } from '../venue/open-venue.js'
import { toMidnight } from './cut-at-midnight.js'
import { toLedger } from './to-ledger.js'
import { toPresencePlace } from './to-presence-place.js'

/** A presence with the scans it is made of. */
export interface FoundPresence {
  readonly presence: Presence
  readonly visits: readonly VisitRow[]
}

/**
 * Who was at a venue at any time between two instants, in the order they came. Whoever came before
 * and left after counts: the days are read whole, and no presence goes past midnight.
 */
export async function findPresences(
  { store, clock }: Outside,
  { row }: OpenedVenue,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<FoundPresence[]> {
  const now = clock.now()
  const span = { from: toMidnight(from), before: toMidnight(to) + dayMs }
  const visits = await store.visits.findVisitsBetween(row.venueCode, span)
  const byId = new Map(visits.map((visit) => [visit.visitId, visit]))
  const limitMs = row.checkOutAfterMs ?? undefined
  return toPresences(toLedger(visits), { now, limitMs })
    .filter(({ cameInAt, lastSeenAt, wentOutAt }) => {
      const end = wentOutAt === undefined ? now : Date.parse(wentOutAt)
      return Date.parse(cameInAt ?? lastSeenAt) <= to && end >= from
    })
    .sort((one, other) => (toPresencePlace(one) < toPresencePlace(other) ? -1 : 1))
    .map((presence) => ({
      presence,
      visits: presence.visitIds.flatMap((visitId) => byId.get(visitId) ?? []),
    }))
}
