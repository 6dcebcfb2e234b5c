import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type { LedgerVisit } from './to-ledger-visit.js'
import type { Presence } from './to-presences.js'

/** The scans of a presence, in order: going in (or nothing), further scans, going out (or nothing yet). */
export interface PresenceDraft {
  readonly first: LedgerVisit
  readonly last: LedgerVisit
  readonly visits: readonly LedgerVisit[]
}

export function beginPresence(visit: LedgerVisit): PresenceDraft {
  return { first: visit, last: visit, visits: [visit] }
}

export function continuePresence(
  { first, visits }: PresenceDraft,
  visit: LedgerVisit,
): PresenceDraft {
  return { first, last: visit, visits: [...visits, visit] }
}

/** Whether a scan belongs to the presence before it; after going out only a second going out does. */
export function continuesPresence(
  draft: PresenceDraft,
  visit: LedgerVisit,
  limitMs: number,
): boolean {
  const isInside = draft.last.direction === 'in'
  if (!isInside && visit.direction === 'in') return false
  return Date.parse(visit.happenedAt) < toDeadline(draft, limitMs).at
}

/** The presence as it stands at `now`. */
export function endPresence(
  draft: PresenceDraft,
  { now, limitMs }: { readonly now: number; readonly limitMs: number },
): Presence {
  const { first, last, visits } = draft
  return {
    person: first.person,
    venueCode: first.venueCode,
    cameInAt: first.direction === 'in' ? first.happenedAt : undefined,
    lastSeenAt: last.happenedAt,
    ...toEnd(draft, toDeadline(draft, limitMs), now),
    isClockSuspect: visits.some(({ isClockSuspect }) => isClockSuspect),
    visitIds: visits.map(({ visitId }) => visitId),
  }
}

interface Deadline {
  readonly at: number
  readonly by: 'limit' | 'midnight'
}

function toEnd(
  { last }: PresenceDraft,
  { at, by }: Deadline,
  now: number,
): Pick<Presence, 'wentOutAt' | 'endedBy'> {
  if (last.direction === 'out') return { wentOutAt: last.happenedAt, endedBy: 'scan' }
  if (now < at) return { wentOutAt: undefined, endedBy: undefined }
  return { wentOutAt: new Date(at).toISOString(), endedBy: by }
}

/** When a person who scans no more is taken for gone. */
function toDeadline({ first, last }: PresenceDraft, limitMs: number): Deadline {
  const limit = Date.parse(last.happenedAt) + limitMs
  const midnight = toNextMidnight(Date.parse(first.happenedAt))
  return limit < midnight ? { at: limit, by: 'limit' } : { at: midnight, by: 'midnight' }
}

function toNextMidnight(instant: number): number {
  return Date.parse(`${addDays(toCalendarDate(instant), 1)}T00:00:00+07:00`)
}
