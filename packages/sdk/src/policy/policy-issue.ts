import type { InputIssue } from '../errors.js'

/** What {@link checkPolicy} can find beside what the schema refuses. */
export const policyIssueCodes = [
  'id_twice',
  'risk_level_unknown',
  'option_unknown',
  'period_order',
  'range_order',
  'measure_days_missing',
  'measure_days_unused',
  'test_days_missing',
  'test_day_twice',
  'example_differs',
  'examples_missing',
  'rule_unreachable',
  'rule_without_effect',
  'rule_without_example',
  'rules_contradict',
  'zones_contradict',
  'zone_never_counts',
] as const
/** What may be wrong with a policy beyond its schema. */
export type PolicyIssueCode = (typeof policyIssueCodes)[number]

/**
 * Something an author should look at: an error stops publishing, a warning asks for a second look.
 * The code is a {@link PolicyIssueCode}, or one of the schema's.
 */
export interface PolicyIssue extends InputIssue {
  readonly severity: 'error' | 'warning'
}

/** Tells the author; the severity follows from the code. */
export type ReportIssue = (path: string, code: PolicyIssueCode) => void

/** What the portal's forms can answer; a word outside would make a rule that never matches. */
export interface KnownWords {
  readonly symptoms?: readonly string[]
  readonly contacts?: readonly string[]
  readonly vehicles?: readonly string[]
  readonly purposes?: readonly string[]
  readonly groups?: readonly string[]
}
