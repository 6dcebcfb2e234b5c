import { KbytError } from '../errors.js'
import { toInputIssues } from '../schema/issue.js'
import { type PolicyFacts, policyFactsSchema } from '../schema/policy.js'

/** Checks facts before they are judged: a stay with an impossible date would match no zone. */
export function parseFacts(facts: PolicyFacts): PolicyFacts {
  const { data, error } = policyFactsSchema.safeParse(facts, { reportInput: true })
  if (error) throw new KbytError('input_invalid', { issues: toInputIssues(error) })
  return data
}
