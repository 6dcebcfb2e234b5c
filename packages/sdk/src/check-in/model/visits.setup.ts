import fc from 'fast-check'
import type { LedgerVisit } from '../to-ledger-visit.js'

const start = Date.parse('2021-09-23T06:00:00+07:00')
const minute = 60_000

/** What arrives at a ledger, in the order of arrival, and the same in another order with copies. */
export interface Arrivals {
  readonly visits: readonly LedgerVisit[]
  readonly again: readonly LedgerVisit[]
  readonly now: number
  readonly limitMs: number
}

const visitArbitrary = fc
  .record({
    person: fc.constantFrom('a', 'b'),
    venueCode: fc.constantFrom('HUE00001', 'HUE00002'),
    direction: fc.constantFrom('in' as const, 'in' as const, 'out' as const),
    minutes: fc.nat({ max: 2 * 24 * 60 }),
  })
  .map(({ minutes, ...visit }) => {
    const at = new Date(start + minutes * minute).toISOString()
    return { ...visit, at, happenedAt: at, clockOffsetMs: 0, isClockSuspect: false }
  })

export const visitsArbitrary: fc.Arbitrary<Arrivals> = fc
  .array(visitArbitrary, { maxLength: 20, size: 'max' })
  .map((visits) =>
    visits.map((visit, index) => ({
      ...visit,
      visitId: `0177f2a4-0000-7000-8000-${String(index).padStart(12, '0')}`,
    })),
  )
  .chain((visits) =>
    fc.record({
      visits: fc.constant(visits),
      again: fc
        .tuple(fc.shuffledSubarray(visits, { minLength: visits.length }), fc.subarray(visits))
        .map(([all, copies]) => [...all, ...copies]),
      now: fc.nat({ max: 3 * 24 * 60 }).map((minutes) => start + minutes * minute),
      limitMs: fc.constantFrom(2 * 60 * minute, 12 * 60 * minute, Number.POSITIVE_INFINITY),
    }),
  )
