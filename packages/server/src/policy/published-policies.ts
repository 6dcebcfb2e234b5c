import { findPolicyInForce, parsePolicy } from '@kbyt/sdk/policy'
import type { Policy } from '@kbyt/sdk/schema'
import type { PolicyStore, PublishedPolicyRow } from '../store/store.js'

interface CurrentPolicy {
  readonly row: PublishedPolicyRow
  readonly policy: Policy
}

/** Finds what is in force. It is asked at every inspection: a content, which never changes, is read once. */
export interface PublishedPolicies {
  findCurrent(nowMs: number): Promise<CurrentPolicy | undefined>
  /** Which is in force, or would be with `added` among the published. */
  findInForceId(nowMs: number, added?: Dates): Promise<string | undefined>
}

/** What says whether a policy is in force. */
type Dates = Pick<PublishedPolicyRow, 'policyId' | 'validFrom' | 'validTo'>

export function createPublishedPolicies(store: PolicyStore): PublishedPolicies {
  const read = new Map<string, Policy>()

  async function readPolicy(policyId: string): Promise<Policy> {
    const known = read.get(policyId)
    if (known) return known
    const row = await store.findPolicy(policyId)
    const policy = parsePolicy(JSON.parse(row?.content ?? 'null'))
    read.set(policyId, policy)
    return policy
  }

  return {
    async findCurrent(nowMs) {
      const rows = await store.findPublished(nowMs)
      const row = rows.find(({ policyId }) => policyId === toInForceId(rows, nowMs))
      return row && { row, policy: await readPolicy(row.policyId) }
    },

    async findInForceId(nowMs, added) {
      const rows = await store.findPublished(nowMs)
      return toInForceId(added ? [...rows, added] : rows, nowMs)
    },
  }
}

function toInForceId(rows: readonly Dates[], nowMs: number): string | undefined {
  const policies = rows.map(({ policyId, validFrom, validTo }) => ({
    policyId,
    validFrom: new Date(validFrom).toISOString(),
    ...(validTo !== null && { validTo: new Date(validTo).toISOString() }),
  }))
  return findPolicyInForce(policies, nowMs)?.policyId
}
