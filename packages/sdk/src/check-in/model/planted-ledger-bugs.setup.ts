import type { LedgerVisit } from '../to-ledger-visit.js'
import { type Stay, type ToStaysOptions, toStays } from '../to-stays.js'

export type Ledger = (visits: readonly LedgerVisit[], options: ToStaysOptions) => Stay[]

const shift = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
const zoneMs = 7 * 3_600_000

const inOrderOfArrival: Ledger = (visits, options) =>
  toStays(
    visits.map((visit, index) => ({ ...visit, happenedAt: shift('2021-09-23T00:00:00Z', index) })),
    options,
  )

const doubling: Ledger = (visits, options) => visits.flatMap((visit) => toStays([visit], options))

const countingCopies: Ledger = (visits, options) =>
  toStays(
    visits.map((visit, index) => ({ ...visit, visitId: `${visit.visitId}-${index}` })),
    options,
  ).map((stay) => ({ ...stay, visitIds: stay.visitIds.map((id) => id.slice(0, 36)) }))

/** As if the day ended at midnight in Greenwich. */
const foreignMidnight: Ledger = (visits, { now, limitMs }) =>
  toStays(
    visits.map((visit) => ({ ...visit, happenedAt: shift(visit.happenedAt, -zoneMs) })),
    { now: now - zoneMs, limitMs },
  ).map((stay) => ({
    ...stay,
    cameInAt: stay.cameInAt && shift(stay.cameInAt, zoneMs),
    lastSeenAt: shift(stay.lastSeenAt, zoneMs),
    wentOutAt: stay.wentOutAt && shift(stay.wentOutAt, zoneMs),
  }))

const withoutLimit: Ledger = (visits, { now }) => toStays(visits, { now })

const droppingLoneOuts: Ledger = (visits, options) =>
  toStays(visits, options).filter(({ cameInAt }) => cameInAt !== undefined)

/** Each bug with the rule it breaks. */
export const plantedLedgerBugs: readonly (readonly [
  name: string,
  ledger: Ledger,
  fault: string,
])[] = [
  ['pairing in the order of arrival', inOrderOfArrival, 'depends on the order of arrival'],
  ['a stay for each scan', doubling, 'doubled'],
  ['counting copies', countingCopies, 'twice'],
  ['midnight in another zone', foreignMidnight, 'past midnight'],
  ['no limit', withoutLimit, 'past the limit'],
  ['dropping what has no beginning', droppingLoneOuts, 'lost'],
]
