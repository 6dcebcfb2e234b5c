import { KbytError } from '../errors.js'
import { toInputIssues } from '../schema/issue.js'
import { type Policy, policySchema } from '../schema/policy.js'

/**
 * Reads a policy from JSON. A condition, measure or zone level this version does not know is
 * refused: left out in silence it would make the policy say something else.
 *
 * @throws {KbytError} `input_invalid`: not a policy; `issues` say where.
 * @example
 * import { parsePolicy } from '@kbyt/sdk/policy'
 *
 * export const readPolicy = (text: string) => parsePolicy(JSON.parse(text))
 */
export function parsePolicy(value: unknown): Policy {
  const { data, error } = policySchema.safeParse(value, { reportInput: true })
  if (error) throw new KbytError('input_invalid', { issues: toInputIssues(error) })
  return data
}
