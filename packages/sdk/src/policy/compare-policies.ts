import type { Policy, PolicyDecision, PolicyFacts } from '../schema/policy.js'
import { decide } from './decide.js'
import { parseFacts } from './parse-facts.js'

/** Somebody to try a policy on; the id comes back with the change. */
export interface PolicyPerson {
  readonly personId: string
  readonly facts: PolicyFacts
}

/** What a decision asks, without its reasons; `days` is absent for `ask-officer`. */
export interface PolicyChangeSide {
  readonly measure: PolicyDecision['measure']
  readonly days?: number
}

/** People who would change from one measure to another. */
export interface PolicyChange {
  readonly from: PolicyChangeSide
  readonly to: PolicyChangeSide
  readonly count: number
  readonly personIds: readonly string[]
}

/** What a new policy would change, and for how many. */
export interface PolicyComparison {
  readonly total: number
  readonly unchanged: number
  /** The largest group first. */
  readonly changes: readonly PolicyChange[]
}

/**
 * Tries a policy on people before it is published: "412 people change from … to …". Both policies
 * are taken as if in force, so a draft for tomorrow can be compared today. A person whose measure
 * and number of days stay the same counts as unchanged.
 *
 * @param nowMs - Day 1 of people whose facts carry no arrival, milliseconds since 1970.
 * @throws {KbytError} `input_invalid`: facts that cannot be; `issues` say where.
 * @example
 * import { comparePolicies, type Policy, type PolicyPerson } from '@kbyt/sdk/policy'
 *
 * export function describe(current: Policy, draft: Policy, arrivals: PolicyPerson[]) {
 *   const { changes } = comparePolicies(current, draft, arrivals, Date.now())
 *   return changes.map(({ count, from, to }) => `${count}: ${from.measure} → ${to.measure}`)
 * }
 */
export function comparePolicies(
  oldPolicy: Policy,
  newPolicy: Policy,
  people: readonly PolicyPerson[],
  nowMs: number,
): PolicyComparison {
  const groups = new Map<string, { from: PolicyChangeSide; to: PolicyChangeSide; ids: string[] }>()
  for (const { personId, facts } of people) {
    const known = parseFacts(facts)
    const from = toSide(decide(oldPolicy, known, nowMs))
    const to = toSide(decide(newPolicy, known, nowMs))
    if (toText(from) === toText(to)) continue
    const key = `${toText(from)} ${toText(to)}`
    const group = groups.get(key) ?? { from, to, ids: [] }
    group.ids.push(personId)
    groups.set(key, group)
  }
  const changes = [...groups]
    .sort(
      ([one, { ids }], [other, { ids: others }]) =>
        others.length - ids.length || (one < other ? -1 : 1),
    )
    .map(([, { from, to, ids }]) => ({ from, to, count: ids.length, personIds: ids }))
  const changed = changes.reduce((sum, { count }) => sum + count, 0)
  return { total: people.length, unchanged: people.length - changed, changes }
}

function toSide(decision: PolicyDecision): PolicyChangeSide {
  const { measure } = decision
  return measure === 'ask-officer' ? { measure } : { measure, days: decision.days }
}

const toText = ({ measure, days }: PolicyChangeSide) => `${measure} ${days ?? ''}`
