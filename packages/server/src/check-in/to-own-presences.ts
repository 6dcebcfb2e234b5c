import { type Presence, toPresences } from '@kbyt/sdk/check-in'
import type { OwnPresence } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { FoundVisit } from '../store/store.js'
import { type OpenedVenue, openVenue } from '../venue/open-venue.js'
import { toLedger } from './to-ledger.js'
import { openVisit } from './visit-content.js'

/** What visits add up to by the rules of each venue, newest first. */
export async function toOwnPresences(
  { store, vault, clock }: Outside,
  visits: readonly FoundVisit[],
): Promise<OwnPresence[]> {
  const now = clock.now()
  const codes = [...new Set(visits.map(({ venueCode }) => venueCode))]
  const rows = await store.venues.findVenues(codes)
  const opened = await Promise.all(rows.map((row) => openVenue(vault, row)))
  const venues = new Map(opened.map((venue) => [venue.row.venueCode, venue]))
  const byId = new Map(visits.map((visit) => [visit.visitId, visit]))
  const presences = codes.flatMap((code) =>
    toPresences(toLedger(visits.filter(({ venueCode }) => venueCode === code)), {
      now,
      limitMs: venues.get(code)?.row.checkOutAfterMs ?? undefined,
    }),
  )
  const own = presences.map(async (presence): Promise<OwnPresence> => {
    const visit = byId.get(presence.visitIds[0] ?? '')
    const content = visit && (await openVisit(vault, visit))
    return toOwnPresence(presence, venues.get(presence.venueCode), content?.displayName)
  })
  return (await Promise.all(own)).sort((one, other) => toBegin(other) - toBegin(one))
}

const toBegin = ({ cameInAt, lastSeenAt }: OwnPresence) => Date.parse(cameInAt ?? lastSeenAt)

function toOwnPresence(
  presence: Presence,
  venue: OpenedVenue | undefined,
  displayName: string | undefined,
): OwnPresence {
  const { venueCode, lastSeenAt, isClockSuspect } = presence
  return {
    ...(displayName !== undefined && { displayName }),
    venueCode,
    ...(venue && { venueName: venue.facts.name }),
    lastSeenAt,
    ...toTimes(presence),
    isClockSuspect,
  }
}

/** The times there are: an answer leaves absent ones out. */
export function toTimes({ cameInAt, wentOutAt, endedBy }: Presence) {
  return {
    ...(cameInAt !== undefined && { cameInAt }),
    ...(wentOutAt !== undefined && { wentOutAt }),
    ...(endedBy !== undefined && { endedBy }),
  }
}
