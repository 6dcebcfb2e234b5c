import { toCalendarDate } from '../../schema/calendar-date.js'
import type { LedgerVisit } from '../to-ledger-visit.js'
import type { Presence } from '../to-presences.js'
import type { Ledger } from './planted-ledger-bugs.setup.js'
import type { Arrivals } from './visits.setup.js'

/** The rules of a ledger that do not hold for what arrived. */
export function findFaults(ledger: Ledger, { visits, again, now, limitMs }: Arrivals): string[] {
  const presences = ledger(visits, { now, limitMs })
  const others = ledger(again, { now, limitMs })
  const faults: string[] = []
  if (JSON.stringify(presences) !== JSON.stringify(others)) {
    faults.push('depends on the order of arrival')
  }
  const ids = others.flatMap(({ visitIds }) => visitIds)
  if (visits.some(({ visitId }) => !ids.includes(visitId))) faults.push('lost')
  if (new Set(ids).size < ids.length) faults.push('twice')
  if (presences.some(isPastMidnight)) faults.push('past midnight')
  if (presences.some((presence) => isPastLimit(presence, visits, limitMs)))
    faults.push('past the limit')
  if (hasDoubles(presences, limitMs)) faults.push('doubled')
  return faults
}

const toBegin = ({ cameInAt, lastSeenAt }: Presence) => Date.parse(cameInAt ?? lastSeenAt)

function isPastMidnight(presence: Presence): boolean {
  const begin = toBegin(presence)
  const end = Date.parse(presence.wentOutAt ?? presence.lastSeenAt)
  // Midnight itself still ends the day before.
  return toCalendarDate(begin) !== toCalendarDate(Math.max(begin, end - 1))
}

function isPastLimit(
  { visitIds }: Presence,
  visits: readonly LedgerVisit[],
  limitMs: number,
): boolean {
  const times = visitIds.map((id) =>
    Date.parse(visits.find(({ visitId }) => visitId === id)?.happenedAt ?? ''),
  )
  return times.some((time, index) => index > 0 && time - (times[index - 1] ?? 0) >= limitMs)
}

/** Whether somebody is at one venue twice at a time. */
function hasDoubles(presences: readonly Presence[], limitMs: number): boolean {
  return presences.some((presence) =>
    presences.some(
      (other) =>
        presence !== other &&
        presence.person === other.person &&
        presence.venueCode === other.venueCode &&
        toBegin(presence) <= toBegin(other) &&
        toBegin(other) < toLatestEnd(presence, limitMs),
    ),
  )
}

/** Of somebody still inside: when they would be taken for gone. */
function toLatestEnd({ cameInAt, lastSeenAt, wentOutAt }: Presence, limitMs: number): number {
  if (wentOutAt !== undefined) return Date.parse(wentOutAt)
  const day = toCalendarDate(Date.parse(cameInAt ?? lastSeenAt))
  return Math.min(Date.parse(lastSeenAt) + limitMs, Date.parse(`${day}T24:00:00+07:00`))
}
