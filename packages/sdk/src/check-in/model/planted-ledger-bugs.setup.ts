import type { LedgerVisit } from '../to-ledger-visit.js'
import { type Presence, type ToPresencesOptions, toPresences } from '../to-presences.js'

export type Ledger = (visits: readonly LedgerVisit[], options: ToPresencesOptions) => Presence[]

const shift = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
const zoneMs = 7 * 3_600_000

const inOrderOfArrival: Ledger = (visits, options) =>
  toPresences(
    visits.map((visit, index) => ({ ...visit, happenedAt: shift('2021-09-23T00:00:00Z', index) })),
    options,
  )

const doubling: Ledger = (visits, options) =>
  visits.flatMap((visit) => toPresences([visit], options))

const countingCopies: Ledger = (visits, options) =>
  toPresences(
    visits.map((visit, index) => ({ ...visit, visitId: `${visit.visitId}-${index}` })),
    options,
  ).map((presence) => ({ ...presence, visitIds: presence.visitIds.map((id) => id.slice(0, 36)) }))

/** As if the day ended at midnight in Greenwich. */
const foreignMidnight: Ledger = (visits, { now, limitMs }) =>
  toPresences(
    visits.map((visit) => ({ ...visit, happenedAt: shift(visit.happenedAt, -zoneMs) })),
    { now: now - zoneMs, limitMs },
  ).map((presence) => ({
    ...presence,
    cameInAt: presence.cameInAt && shift(presence.cameInAt, zoneMs),
    lastSeenAt: shift(presence.lastSeenAt, zoneMs),
    wentOutAt: presence.wentOutAt && shift(presence.wentOutAt, zoneMs),
  }))

const withoutLimit: Ledger = (visits, { now }) => toPresences(visits, { now })

const droppingLoneOuts: Ledger = (visits, options) =>
  toPresences(visits, options).filter(({ cameInAt }) => cameInAt !== undefined)

/** Each bug with the rule it breaks. */
export const plantedLedgerBugs: readonly (readonly [
  name: string,
  ledger: Ledger,
  fault: string,
])[] = [
  ['pairing in the order of arrival', inOrderOfArrival, 'depends on the order of arrival'],
  ['a presence for each scan', doubling, 'doubled'],
  ['counting copies', countingCopies, 'twice'],
  ['midnight in another zone', foreignMidnight, 'past midnight'],
  ['no limit', withoutLimit, 'past the limit'],
  ['dropping what has no beginning', droppingLoneOuts, 'lost'],
]
