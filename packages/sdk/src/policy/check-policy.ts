import { toInputIssues } from '../schema/issue.js'
import { policySchema } from '../schema/policy.js'
import { checkExamples } from './check-examples.js'
import { checkRules } from './check-rules.js'
import { checkZones } from './check-zones.js'
import { findIdleRules } from './find-idle-rules.js'
import type { KnownWords, PolicyIssue, PolicyIssueCode, ReportIssue } from './policy-issue.js'

const warnings: readonly PolicyIssueCode[] = [
  'examples_missing',
  'rule_unreachable',
  'rule_without_effect',
  'rule_without_example',
  'rules_contradict',
  'zones_contradict',
  'zone_never_counts',
]

/**
 * Looks a draft over before it is published: its shape, what contradicts itself in it, and its own
 * examples, which are run. Empty when all is well; an error must be mended, a warning may stand.
 * Takes any value and never throws.
 *
 * @param options.known - What the forms can answer; left out, words are not checked.
 * @example
 * import { checkPolicy } from '@kbyt/sdk/policy'
 *
 * export function canPublish(draft: unknown) {
 *   return checkPolicy(draft).every(({ severity }) => severity === 'warning')
 * }
 */
export function checkPolicy(
  draft: unknown,
  { known = {} }: { known?: KnownWords } = {},
): PolicyIssue[] {
  const { data: policy, error } = policySchema.safeParse(draft, { reportInput: true })
  if (error) return toInputIssues(error).map((issue) => ({ severity: 'error', ...issue }))
  const issues: PolicyIssue[] = []
  const report: ReportIssue = (path, code) =>
    issues.push({ severity: warnings.includes(code) ? 'warning' : 'error', path, code })
  const { validFrom: from, validTo: to } = policy
  if (to !== undefined && Date.parse(to) <= Date.parse(from)) report('validTo', 'period_order')
  checkZones(policy, report)
  checkRules(policy, known, report)
  // Examples and overlaps of rules that are wrong in themselves say nothing.
  if (issues.every(({ severity }) => severity === 'warning')) {
    findIdleRules(policy, report)
    checkExamples(policy, report)
  }
  return issues
}
