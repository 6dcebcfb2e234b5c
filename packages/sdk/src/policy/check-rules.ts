import type {
  Policy,
  PolicyConditions,
  PolicyOutcome,
  PolicyRange,
  PolicyRule,
} from '../schema/policy.js'
import { checkIds } from './check-ids.js'
import { toReach } from './match-stays.js'
import type { KnownWords, ReportIssue } from './policy-issue.js'

/** What each rule asks fits its measure, and each condition can be met. */
export function checkRules(policy: Policy, known: KnownWords, report: ReportIssue): void {
  checkIds(
    policy.rules.map(({ id }) => id),
    (index) => `rules.${index}.id`,
    report,
  )
  checkOutcome(policy.defaultMeasure, within('defaultMeasure', report))
  policy.rules.forEach((rule, index) => {
    const reportHere = within(`rules.${index}`, report)
    checkOutcome(rule, reportHere)
    checkRanges(rule.conditions, reportHere)
    checkRiskLevels(rule, policy, reportHere)
    checkWords(rule.conditions, known, reportHere)
  })
}

const within =
  (parent: string, report: ReportIssue): ReportIssue =>
  (path, code) =>
    report(path ? `${parent}.${path}` : parent, code)

function checkOutcome({ measure, days, testDays }: PolicyOutcome, report: ReportIssue): void {
  const isWithoutDays = measure === 'none' || measure === 'test-only'
  if (isWithoutDays && days > 0) report('days', 'measure_days_unused')
  if (!isWithoutDays && days === 0) report('days', 'measure_days_missing')
  if (measure === 'test-only' && testDays.length === 0) report('testDays', 'test_days_missing')
  if (new Set(testDays).size < testDays.length) report('testDays', 'test_day_twice')
}

function checkRanges(
  { daysSinceLeaving, vaccinationDoses }: PolicyConditions,
  report: ReportIssue,
): void {
  const isReversed = (range?: PolicyRange) =>
    range?.min !== undefined && range.max !== undefined && range.min > range.max
  if (isReversed(daysSinceLeaving)) report('conditions.daysSinceLeaving', 'range_order')
  if (isReversed(vaccinationDoses)) report('conditions.vaccinationDoses', 'range_order')
}

function checkRiskLevels({ conditions }: PolicyRule, policy: Policy, report: ReportIssue): void {
  const known = policy.riskLevels.map(({ value }) => value)
  const { riskLevels = [], daysSinceLeaving } = conditions
  const isUnknown = riskLevels.some((level) => !known.includes(level))
  const isWithoutZone =
    riskLevels.length > 0 && !policy.zones.some((zone) => riskLevels.includes(zone.riskLevel))
  const { min, max } = toReach(conditions, policy)
  if (isUnknown) report('conditions.riskLevels', 'risk_level_unknown')
  else if (isWithoutZone || (daysSinceLeaving && min > max)) report('', 'rule_unreachable')
}

function checkWords(conditions: PolicyConditions, known: KnownWords, report: ReportIssue): void {
  const { symptoms, contacts, vehicles, purposes, groups } = conditions
  const used = {
    symptoms: Array.isArray(symptoms) ? symptoms : [],
    contacts: Object.keys(contacts ?? {}),
    vehicles: vehicles ?? [],
    purposes: purposes ?? [],
    groups: Object.keys(groups ?? {}),
  }
  const rooms = ['symptoms', 'contacts', 'vehicles', 'purposes', 'groups'] as const
  for (const room of rooms) {
    const words = known[room]
    const isUnknown = words && used[room].some((word) => !words.includes(word))
    if (isUnknown) report(`conditions.${room}`, 'option_unknown')
  }
}
