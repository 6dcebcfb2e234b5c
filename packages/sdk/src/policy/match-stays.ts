import { addDays } from '../schema/calendar-date.js'
import type {
  MissingFact,
  Policy,
  PolicyConditions,
  PolicyFacts,
  PolicyStay,
} from '../schema/policy.js'
import { type Answer, allOf, anyOf, no, unknown, yes } from './answer.js'
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
  const reach = toReach(conditions, policy)
  const matched = stays.map(({ stay, zones }, index) => {
    const { zoneIds, ...where } = matchZones(zones, conditions)
    const { holds, missing } = allOf([matchReach(stay, today, reach), where])
    return {
      index,
      holds,
      missing: missing.map((it): MissingFact => ({ ...it, stay: index })),
      zoneIds,
    }
  })
  return {
    ...anyOf([...matched, ...findUnseenDays(facts, addDays(today, -reach.max))]),
    stays: matched
      .filter(({ holds }) => holds === 'yes')
      .map(({ index, zoneIds }) => ({ stay: index, zoneIds })),
  }
}

/** Whether the days since a stay ended are within reach, whichever its last day is. */
function matchReach(
  { to, toLatest = to }: PolicyStay,
  today: string,
  { min, max }: ReturnType<typeof toReach>,
): Answer {
  const [fewest, most] = [countDaysSince(toLatest, today), countDaysSince(to, today)]
  if (min <= fewest && most <= max) return yes
  return most < min || max < fewest ? no : unknown({ code: 'stay_days_unknown' })
}

/** Still there, or still to come: zero days. */
function countDaysSince(date: string, today: string): number {
  return Math.max(0, countDays(date, today))
}

interface ZonesAnswer extends Answer {
  readonly zoneIds: readonly string[]
}

function matchZones(zones: LocatedStay['zones'], { riskLevels }: PolicyConditions): ZonesAnswer {
  if (!riskLevels) return { ...yes, zoneIds: [] }
  const counting = zones.filter(({ zone }) => riskLevels.includes(zone.riskLevel))
  const { holds, missing } = anyOf(counting.map(({ answer }) => answer))
  return {
    holds,
    missing,
    zoneIds: counting.filter(({ answer }) => answer.holds === 'yes').map(({ zone }) => zone.id),
  }
}

// Stays asked for 14 days say nothing of the 15th, and a policy may look back 21.
function findUnseenDays({ staysSince }: PolicyFacts, firstDay: string): Answer[] {
  const isCovered = staysSince === undefined || staysSince <= firstDay
  return isCovered ? [] : [unknown({ code: 'stays_too_short' })]
}
