import { toCalendarDate } from '../../schema/calendar-date.js'
import type { LedgerVisit } from '../to-ledger-visit.js'
import type { Stay } from '../to-stays.js'
import type { Ledger } from './planted-ledger-bugs.setup.js'
import type { Arrivals } from './visits.setup.js'

/** The rules of a ledger that do not hold for what arrived. */
export function findFaults(ledger: Ledger, { visits, again, now, limitMs }: Arrivals): string[] {
  const stays = ledger(visits, { now, limitMs })
  const others = ledger(again, { now, limitMs })
  const faults: string[] = []
  if (JSON.stringify(stays) !== JSON.stringify(others)) {
    faults.push('depends on the order of arrival')
  }
  const ids = others.flatMap(({ visitIds }) => visitIds)
  if (visits.some(({ visitId }) => !ids.includes(visitId))) faults.push('lost')
  if (new Set(ids).size < ids.length) faults.push('twice')
  if (stays.some(isPastMidnight)) faults.push('past midnight')
  if (stays.some((stay) => isPastLimit(stay, visits, limitMs))) faults.push('past the limit')
  if (hasDoubles(stays, limitMs)) faults.push('doubled')
  return faults
}

const toBegin = ({ cameInAt, lastSeenAt }: Stay) => Date.parse(cameInAt ?? lastSeenAt)

function isPastMidnight(stay: Stay): boolean {
  const begin = toBegin(stay)
  const end = Date.parse(stay.wentOutAt ?? stay.lastSeenAt)
  // Midnight itself still ends the day before.
  return toCalendarDate(begin) !== toCalendarDate(Math.max(begin, end - 1))
}

function isPastLimit({ visitIds }: Stay, visits: readonly LedgerVisit[], limitMs: number): boolean {
  const times = visitIds.map((id) =>
    Date.parse(visits.find(({ visitId }) => visitId === id)?.happenedAt ?? ''),
  )
  return times.some((time, index) => index > 0 && time - (times[index - 1] ?? 0) >= limitMs)
}

/** Whether somebody is at one venue twice at a time. */
function hasDoubles(stays: readonly Stay[], limitMs: number): boolean {
  return stays.some((stay) =>
    stays.some(
      (other) =>
        stay !== other &&
        stay.person === other.person &&
        stay.venueCode === other.venueCode &&
        toBegin(stay) <= toBegin(other) &&
        toBegin(other) < toLatestEnd(stay, limitMs),
    ),
  )
}

/** Of somebody still inside: when they would be taken for gone. */
function toLatestEnd({ cameInAt, lastSeenAt, wentOutAt }: Stay, limitMs: number): number {
  if (wentOutAt !== undefined) return Date.parse(wentOutAt)
  const day = toCalendarDate(Date.parse(cameInAt ?? lastSeenAt))
  return Math.min(Date.parse(lastSeenAt) + limitMs, Date.parse(`${day}T24:00:00+07:00`))
}
