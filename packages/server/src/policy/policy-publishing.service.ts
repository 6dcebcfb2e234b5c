import { KbytError } from '@kbyt/sdk'
import {
  type Policy,
  type PolicyRecord,
  type PublishPolicyInput,
  policyRecordSchema,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { digest } from '../identifiers.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import type { PolicyRow } from '../store/store.js'
import { checkAuthor } from './check-author.js'
import { getPolicyDraft } from './get-policy-draft.js'
import type { PublishedPolicies } from './published-policies.js'
import { recordPolicyAction } from './record-policy-action.js'
import { toKnownWords, toPolicyRecord } from './to-policy-record.js'

/** Owns: a draft becoming the policy, once its counts were seen. */
export interface PolicyPublishingService {
  /**
   * @throws {KbytError} `forbidden`, `not_found`, `policy_published`, `input_invalid`, `policy_dry_run_needed`,
   * `policy_version_taken`, `audit_unavailable`.
   */
  publish(input: PublishPolicyInput, call: OfficerCall): Promise<PolicyRecord>
}

export interface PolicyPublishingServiceOptions {
  readonly outside: Outside
  readonly published: PublishedPolicies
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
}

export function createPolicyPublishingService(
  options: PolicyPublishingServiceOptions,
): PolicyPublishingService {
  const { outside, published, idempotency, audit } = options
  const { store, clock, config } = outside
  const known = toKnownWords(config)
  const { parse } = policyRecordSchema

  async function checkDryRun(dryRunId: string, row: PolicyRow): Promise<void> {
    const dryRun = await store.policies.findDryRun(dryRunId)
    const isSeen =
      dryRun?.policyId === row.policyId &&
      dryRun.contentHash === (await digest(row.content)) &&
      dryRun.expiresAt > clock.now()
    if (!isSeen) throw new KbytError('policy_dry_run_needed')
  }

  return {
    publish({ policyId, dryRunId }, call) {
      checkAuthor(config, call)
      const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const { row, policy } = await getPolicyDraft(store.policies, policyId, known)
        await checkDryRun(dryRunId, row)
        await recordPolicyAction(audit, call, 'policy publish', { policyId, dryRunId })
        const publication = toPublication(policy, call.officer.officerId, clock.now())
        const inForceId = await published.findInForceId(clock.now(), { ...row, ...publication })
        const record = toPolicyRecord(
          { ...row, ...publication, state: 'published' },
          inForceId,
          known,
        )
        const sealed = await seal(record)
        const outcome = await store.policies.publish(policyId, row.content, publication, sealed)
        if (outcome === 'version-taken') throw new KbytError('policy_version_taken')
        if (outcome === 'changed') throw new KbytError('policy_dry_run_needed')
        return record
      })
    },
  }
}

function toPublication(policy: Policy, publishedBy: string, publishedAt: number) {
  const { validFrom, validTo } = policy
  return {
    publishedAt,
    publishedBy,
    validFrom: Date.parse(validFrom),
    validTo: validTo === undefined ? null : Date.parse(validTo),
  }
}
