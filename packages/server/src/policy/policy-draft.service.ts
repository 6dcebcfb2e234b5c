import { KbytError } from '@kbyt/sdk'
import { checkPolicy } from '@kbyt/sdk/policy'
import {
  type Policy,
  type PolicyDryRun,
  type PolicyRecord,
  policyRecordSchema,
  type SavePolicyDraftInput,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createUuid, digest } from '../identifiers.js'
import { hourMs } from '../limits/check-limit.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import type { PolicyRow } from '../store/store.js'
import { checkAuthor } from './check-author.js'
import { getPolicyDraft } from './get-policy-draft.js'
import { getPolicyRow } from './get-policy-row.js'
import type { PublishedPolicies } from './published-policies.js'
import { recordPolicyAction } from './record-policy-action.js'
import { toKnownWords, toPolicyRecord } from './to-policy-record.js'
import { type PeopleInBatches, tryPolicy } from './try-policy.js'

/** So long the counts of a dry run can be confirmed: arrivals go on meanwhile. */
const dryRunLifeMs = hourMs

/** Owns: drafts of the quarantine policy, and what they would change. */
export interface PolicyDraftService {
  /** @throws {KbytError} `forbidden`, `not_found`, `policy_published`, `audit_unavailable`. */
  save(input: SavePolicyDraftInput, call: OfficerCall): Promise<PolicyRecord>
  /** @throws {KbytError} the same, and `input_invalid`: the draft has errors. */
  try(policyId: string, call: OfficerCall): Promise<PolicyDryRun>
}

export interface PolicyDraftServiceOptions {
  readonly outside: Outside
  readonly published: PublishedPolicies
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  /** Everybody on the way or under a measure now. */
  readonly findPeople: PeopleInBatches
}

export function createPolicyDraftService(options: PolicyDraftServiceOptions): PolicyDraftService {
  const { outside, published, idempotency, audit, findPeople } = options
  const { store, clock, config, randomBytes } = outside
  const known = toKnownWords(config)
  const { parse } = policyRecordSchema

  async function toDraftRow(input: SavePolicyDraftInput, call: OfficerCall): Promise<PolicyRow> {
    const savedAt = clock.now()
    if (input.policyId !== undefined) await getPolicyRow(store.policies, input.policyId)
    return {
      policyId: input.policyId ?? createUuid(savedAt, randomBytes),
      version: input.policy.version,
      state: 'draft',
      content: JSON.stringify(input.policy),
      savedAt,
      savedBy: call.officer.officerId,
      publishedAt: null,
      publishedBy: null,
      validFrom: null,
      validTo: null,
    }
  }

  return {
    save(input, call) {
      checkAuthor(config, call)
      const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const row = await toDraftRow(input, call)
        await recordPolicyAction(audit, call, 'policy draft', { policyId: row.policyId })
        const inForceId = await published.findInForceId(clock.now())
        const saved = toPolicyRecord(row, inForceId, known)
        const isSaved = await store.policies.saveDraft(row, await seal(saved))
        if (!isSaved) throw new KbytError('policy_published')
        return saved
      })
    },

    async try(policyId, call) {
      checkAuthor(config, call)
      const { row, policy } = await getPolicyDraft(store.policies, policyId, known)
      const ranAt = clock.now()
      await recordPolicyAction(audit, call, 'policy dry-run', { policyId })
      const current = (await published.findCurrent(ranAt))?.policy ?? toEmptyPolicy(policy)
      const result = await tryPolicy({ current, draft: policy }, findPeople(ranAt), ranAt)
      const times = { ranAt, expiresAt: ranAt + dryRunLifeMs }
      const dryRunId = createUuid(ranAt, randomBytes)
      const contentHash = await digest(row.content)
      await store.policies.saveDryRun({ dryRunId, policyId, contentHash, ...times })
      return {
        dryRunId,
        ranAt: new Date(times.ranAt).toISOString(),
        expiresAt: new Date(times.expiresAt).toISOString(),
        ...result,
        problems: checkPolicy(policy, { known }),
      }
    },
  }
}

/** Before the first policy nobody is asked anything. */
function toEmptyPolicy(draft: Policy): Policy {
  const defaultMeasure = { measure: 'none' as const, days: 0, testDays: [] }
  return { ...draft, riskLevels: [], zones: [], rules: [], examples: [], defaultMeasure }
}
