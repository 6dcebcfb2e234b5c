import { addDays } from '../schema/calendar-date.js'
import type { MissingFact, Policy, PolicyConditions, PolicyFacts } from '../schema/policy.js'
import { type Answer, anyOf, no, unknown, yes } from './answer.js'
import { countDays } from './day-times.js'
import type { LocatedStay } from './locate-stays.js'

export interface StaysAnswer extends Answer {
  /** The stays that make the rule match, and the zones they lie in. */
  readonly stays: readonly { readonly stay: number; readonly zoneIds: readonly string[] }[]
}

/** The facts, looked at from the day of arrival. */
export interface DatedFacts {
  readonly facts: PolicyFacts
  readonly stays: readonly LocatedStay[] | undefined
  readonly today: string
}

/** The days before arrival a rule looks at. */
export function toReach({ daysSinceLeaving }: PolicyConditions, policy: Policy) {
  const max = Math.min(daysSinceLeaving?.max ?? policy.lookBackDays, policy.lookBackDays)
  return { min: daysSinceLeaving?.min ?? 0, max }
}

/** Whether one of the stays meets what a rule says of zones and days; a rule that says nothing needs none. */
export function matchStays(
  conditions: PolicyConditions,
  policy: Policy,
  { facts, stays, today }: DatedFacts,
): StaysAnswer {
  if (!conditions.riskLevels && !conditions.daysSinceLeaving) return { ...yes, stays: [] }
  if (!stays) return { ...unknown({ code: 'stays_unknown' }), stays: [] }
  const { min, max } = toReach(conditions, policy)
  const matched = stays.map(({ stay, zones }, index) => {
    const days = Math.max(0, countDays(stay.to, today)) // still there, or still to come: zero days
    const isInReach = days >= min && days <= max
    return { index, ...(isInReach ? matchZones(zones, conditions, index) : outside) }
  })
  return {
    ...anyOf([...matched, ...findUnseenDays(facts, addDays(today, -max))]),
    stays: matched
      .filter(({ holds }) => holds === 'yes')
      .map(({ index, zoneIds }) => ({ stay: index, zoneIds })),
  }
}

interface ZonesAnswer extends Answer {
  readonly zoneIds: readonly string[]
}

const outside: ZonesAnswer = { ...no, zoneIds: [] }

function matchZones(
  zones: LocatedStay['zones'],
  { riskLevels }: PolicyConditions,
  stay: number,
): ZonesAnswer {
  if (!riskLevels) return { ...yes, zoneIds: [] }
  const counting = zones.filter(({ zone }) => riskLevels.includes(zone.riskLevel))
  const { holds, missing } = anyOf(counting.map(({ answer }) => answer))
  return {
    holds,
    missing: missing.map((it): MissingFact => ({ ...it, stay })),
    zoneIds: counting.filter(({ answer }) => answer.holds === 'yes').map(({ zone }) => zone.id),
  }
}

// Stays asked for 14 days say nothing of the 15th, and a policy may look back 21.
function findUnseenDays({ staysSince }: PolicyFacts, firstDay: string): Answer[] {
  const isCovered = staysSince === undefined || staysSince <= firstDay
  return isCovered ? [] : [unknown({ code: 'stays_too_short' })]
}
