import { KbytError } from '@kbyt/sdk'
import type { PolicyRow, PolicyStore } from '../store/store.js'

/** @throws {KbytError} `not_found`. */
export async function getPolicyRow(policies: PolicyStore, policyId: string): Promise<PolicyRow> {
  const row = await policies.findPolicy(policyId)
  if (!row) throw new KbytError('not_found')
  return row
}
