import type { Policy, PolicyDecision, PolicyExample } from '../schema/policy.js'
import { evaluatePolicy } from './evaluate-policy.js'
import type { ReportIssue } from './policy-issue.js'

/** Runs the policy's own examples; each rule should have one that shows it at work. */
export function checkExamples(policy: Policy, report: ReportIssue): void {
  if (policy.examples.length === 0) {
    report('examples', 'examples_missing')
    return
  }
  const shown = new Set<string>()
  policy.examples.forEach(({ given, at, expected }, index) => {
    const decision = evaluatePolicy(policy, given, Date.parse(at))
    if (!isExpected(decision, expected)) report(`examples.${index}.expected`, 'example_differs')
    for (const { ruleId } of decision.rules) shown.add(ruleId)
  })
  policy.rules.forEach(({ id }, index) => {
    if (!shown.has(id)) report(`rules.${index}`, 'rule_without_example')
  })
}

/** What an example leaves out may be anything. */
function isExpected(decision: PolicyDecision, expected: PolicyExample['expected']): boolean {
  if (decision.measure !== expected.measure) return false
  if (decision.measure === 'ask-officer') return true
  const { days = decision.days, untilDate = decision.untilDate, testDates } = expected
  const hasTests = !testDates || testDates.toString() === decision.testDates.toString()
  return days === decision.days && untilDate === decision.untilDate && hasTests
}
