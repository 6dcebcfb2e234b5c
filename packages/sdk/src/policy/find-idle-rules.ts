import type { Policy, PolicyRule } from '../schema/policy.js'
import { implies } from './implies.js'
import { combineOutcomes, isSameOutcome } from './outcome.js'
import type { ReportIssue } from './policy-issue.js'

/**
 * Rules that never decide, because a wider one asks as much of the same people and more, and rules
 * that ask different things of exactly the same people.
 */
export function findIdleRules(policy: Policy, report: ReportIssue): void {
  policy.rules.forEach((rule, index) => {
    const wider = policy.rules.flatMap((other, otherIndex) =>
      other !== rule && implies(rule.conditions, other.conditions, policy)
        ? [{ other, isTwin: implies(other.conditions, rule.conditions, policy), otherIndex }]
        : [],
    )
    const twin = wider.find(({ isTwin, otherIndex }) => isTwin && otherIndex < index)
    const isContradicted = twin && !isSameOutcome(twin.other, rule)
    const isIdle = wider.some(
      ({ other, isTwin, otherIndex }) => covers(other, rule) && (!isTwin || otherIndex < index),
    )
    if (isContradicted) report(`rules.${index}`, 'rules_contradict')
    else if (isIdle) report(`rules.${index}`, 'rule_without_effect')
  })
}

function covers(strict: PolicyRule, mild: PolicyRule): boolean {
  return isSameOutcome(combineOutcomes(strict, [mild]), combineOutcomes(strict, []))
}
