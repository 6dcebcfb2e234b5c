import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type { LedgerVisit } from './to-ledger-visit.js'
import type { Stay } from './to-stays.js'

/** The scans of a stay, in order: going in (or nothing), further scans, going out (or nothing yet). */
export interface StayDraft {
  readonly first: LedgerVisit
  readonly last: LedgerVisit
  readonly visits: readonly LedgerVisit[]
}

export function beginStay(visit: LedgerVisit): StayDraft {
  return { first: visit, last: visit, visits: [visit] }
}

export function continueStay({ first, visits }: StayDraft, visit: LedgerVisit): StayDraft {
  return { first, last: visit, visits: [...visits, visit] }
}

/** Whether a scan belongs to the stay before it; after going out only a second going out does. */
export function continuesStay(draft: StayDraft, visit: LedgerVisit, limitMs: number): boolean {
  const isInside = draft.last.direction === 'in'
  if (!isInside && visit.direction === 'in') return false
  return Date.parse(visit.happenedAt) < toDeadline(draft, limitMs).at
}

/** The stay as it stands at `now`. */
export function endStay(
  draft: StayDraft,
  { now, limitMs }: { readonly now: number; readonly limitMs: number },
): Stay {
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
  { last }: StayDraft,
  { at, by }: Deadline,
  now: number,
): Pick<Stay, 'wentOutAt' | 'endedBy'> {
  if (last.direction === 'out') return { wentOutAt: last.happenedAt, endedBy: 'scan' }
  if (now < at) return { wentOutAt: undefined, endedBy: undefined }
  return { wentOutAt: new Date(at).toISOString(), endedBy: by }
}

/** When a person who scans no more is taken for gone. */
function toDeadline({ first, last }: StayDraft, limitMs: number): Deadline {
  const limit = Date.parse(last.happenedAt) + limitMs
  const midnight = toNextMidnight(Date.parse(first.happenedAt))
  return limit < midnight ? { at: limit, by: 'limit' } : { at: midnight, by: 'midnight' }
}

function toNextMidnight(instant: number): number {
  return Date.parse(`${addDays(toCalendarDate(instant), 1)}T00:00:00+07:00`)
}
