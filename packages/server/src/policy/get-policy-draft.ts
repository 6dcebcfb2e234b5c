import { KbytError } from '@kbyt/sdk'
import { checkPolicy, type KnownWords, parsePolicy } from '@kbyt/sdk/policy'
import type { Policy } from '@kbyt/sdk/schema'
import type { PolicyRow, PolicyStore } from '../store/store.js'
import { getPolicyRow } from './get-policy-row.js'

/** A draft that could be published as it is. */
interface PolicyDraft {
  readonly row: PolicyRow
  readonly policy: Policy
}

/** @throws {KbytError} `not_found`, `policy_published`, `input_invalid`: the draft has errors. */
export async function getPolicyDraft(
  policies: PolicyStore,
  policyId: string,
  known: KnownWords,
): Promise<PolicyDraft> {
  const row = await getPolicyRow(policies, policyId)
  if (row.state === 'published') throw new KbytError('policy_published')
  const content: unknown = JSON.parse(row.content)
  const errors = checkPolicy(content, { known }).filter(({ severity }) => severity === 'error')
  const issues = errors.map(({ path, code }) => ({ path: `policy.${path}`, code }))
  if (issues.length > 0) throw new KbytError('input_invalid', { issues })
  return { row, policy: parsePolicy(content) }
}
