import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type {
  MissingFact,
  Policy,
  PolicyDecision,
  PolicyFacts,
  PolicyOutcome,
  RuleMatch,
} from '../schema/policy.js'
import { toDayStart } from './day-times.js'
import { locateStays } from './locate-stays.js'
import { matchRule, type RuleAnswer } from './match-rule.js'
import { combineOutcomes, compareStrictness, isSameOutcome } from './outcome.js'

/**
 * What a policy asks of a person, in force or not. Rules that may match but need not are followed
 * to the end: only when they could change the outcome does the decision go to an officer.
 */
export function decide(policy: Policy, facts: PolicyFacts, nowMs: number): PolicyDecision {
  const today = toCalendarDate(facts.arrivedAt ? Date.parse(facts.arrivedAt) : nowMs)
  const stays = facts.stays && locateStays(facts.stays, policy)
  const answers = policy.rules.map((rule) => matchRule(rule, policy, { facts, stays, today }))
  const matched = answers.filter(({ holds }) => holds === 'yes')
  const [first, ...others] = matched.map(({ rule }) => rule)
  const certain = first ? combineOutcomes(first, others) : sortTests(policy.defaultMeasure)
  // Where no rule is certain, a rule that matches takes the place of the default measure.
  const toOutcome = (rule: PolicyOutcome) => combineOutcomes(rule, first ? [certain] : [])
  const open = answers.filter(
    ({ holds, rule }) => holds === 'unknown' && !isSameOutcome(toOutcome(rule), certain),
  )
  const rules = toMatches(matched, certain, policy)
  if (open.length > 0) return askOfficer(policy, rules, open, first && certain)
  return {
    policyVersion: policy.version,
    ...certain,
    ...toDates(certain, today),
    isDefault: !first,
    rules,
    legalBasis: first ? unique(rules.flatMap(({ legalBasis }) => legalBasis)) : [policy.legalBasis],
  }
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
const sortTests = (outcome: PolicyOutcome) => combineOutcomes(outcome, [])

/** Day 1 is the day of arrival; the last day ends at midnight in Việt Nam. */
function toDates({ days, testDays }: PolicyOutcome, fromDate: string) {
  const testDates = testDays.map((day) => addDays(fromDate, day - 1))
  if (days === 0) return { fromDate, testDates }
  const endsAt = new Date(toDayStart(addDays(fromDate, days))).toISOString()
  return { fromDate, untilDate: addDays(fromDate, days - 1), endsAt, testDates }
}

function toMatches(
  matched: readonly RuleAnswer[],
  outcome: PolicyOutcome,
  policy: Policy,
): RuleMatch[] {
  const zones = new Map(policy.zones.map((zone) => [zone.id, zone]))
  return [...matched].sort(compareRules).map(({ rule, stays }) => {
    const zoneBasis = stays
      .flatMap(({ zoneIds }) => zoneIds.map((id) => zones.get(id)?.legalBasis))
      .filter((basis) => basis !== undefined)
    return {
      ruleId: rule.id,
      ...sortTests(rule),
      isDecisive: rule.measure === outcome.measure && rule.days === outcome.days,
      stays: stays.map(({ stay, zoneIds }) => ({ stay, zoneIds: [...zoneIds].sort() })),
      legalBasis: unique([rule.legalBasis ?? policy.legalBasis, ...zoneBasis.sort()]),
    }
  })
}

function compareRules({ rule: one }: RuleAnswer, { rule: other }: RuleAnswer): number {
  return compareStrictness(one, other) || (one.id < other.id ? -1 : 1)
}

function askOfficer(
  policy: Policy,
  rules: RuleMatch[],
  open: readonly RuleAnswer[],
  atLeast: PolicyOutcome | undefined,
): PolicyDecision {
  return {
    policyVersion: policy.version,
    measure: 'ask-officer',
    missing: toMissing(open),
    ...(atLeast && { atLeast }),
    rules,
    openRules: [...open]
      .sort(compareRules)
      .map(({ rule }) => ({ ruleId: rule.id, ...sortTests(rule) })),
    legalBasis: [policy.legalBasis],
  }
}

function toMissing(open: readonly RuleAnswer[]): MissingFact[] {
  const byText = new Map(open.flatMap(({ missing }) => missing).map((it) => [toText(it), it]))
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, it]) => it)
}

const toText = ({ code, stay, zoneId }: MissingFact) => [code, stay, zoneId].join(' ')
