import type { DryRunRow, PolicyRow, PolicyStore, PublishedPolicyRow } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryPolicies(state: MemoryState): PolicyStore {
  const policies = new Map<string, PolicyRow>()
  const dryRuns = new Map<string, DryRunRow>()
  const isTaken = (version: string) =>
    [...policies.values()].some((each) => each.state === 'published' && each.version === version)

  return {
    async saveDraft(draft, answer) {
      if (policies.get(draft.policyId)?.state === 'published') return false
      answerClaim(state, answer)
      policies.set(draft.policyId, draft)
      return true
    },

    async publish(policyId, content, publication, answer) {
      const draft = policies.get(policyId)
      if (draft?.state !== 'draft' || draft.content !== content) return 'changed'
      if (isTaken(draft.version)) return 'version-taken'
      answerClaim(state, answer)
      policies.set(policyId, { ...draft, ...publication, state: 'published' })
      return 'published'
    },

    async findPolicy(policyId) {
      return policies.get(policyId)
    },

    async findPolicies(beforeId, limit) {
      return [...policies.values()]
        .filter(({ policyId }) => beforeId === undefined || policyId < beforeId)
        .sort((one, other) => (one.policyId < other.policyId ? 1 : -1))
        .slice(0, limit)
    },

    async findPublished(nowMs) {
      return [...policies.values()]
        .flatMap(toPublished)
        .filter(({ validTo }) => validTo === null || validTo > nowMs)
        .sort(byPublication)
    },

    async saveDryRun(dryRun) {
      dryRuns.set(dryRun.dryRunId, dryRun)
    },

    async findDryRun(dryRunId) {
      return dryRuns.get(dryRunId)
    },
  }
}

function toPublished(row: PolicyRow): PublishedPolicyRow[] {
  const { policyId, version, publishedAt, validFrom, validTo } = row
  if (publishedAt === null || validFrom === null) return []
  return [{ policyId, version, publishedAt, validFrom, validTo }]
}

function byPublication(one: PublishedPolicyRow, other: PublishedPolicyRow): number {
  return one.publishedAt - other.publishedAt || (one.policyId < other.policyId ? -1 : 1)
}
