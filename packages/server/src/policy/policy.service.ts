import { KbytError } from '@kbyt/sdk'
import { checkPolicy, parsePolicy } from '@kbyt/sdk/policy'
import {
  defaultPageLimit,
  type FindPoliciesInput,
  type Policy,
  type PolicyDryRun,
  type PolicyInForce,
  type PolicyList,
  type PolicyRecord,
  type PublishPolicyInput,
  policyRecordSchema,
  type SavePolicyDraftInput,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createUuid, digest } from '../identifiers.js'
import { hourMs } from '../limits/check-limit.js'
import { toOfficerPrincipal } from '../officer/to-officer-principal.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { PolicyRow } from '../store/store.js'
import type { PublishedPolicies } from './published-policies.js'
import { toKnownWords, toPolicyRecord, toPolicySummary } from './to-policy-record.js'
import { type PeopleInBatches, tryPolicy } from './try-policy.js'

/** So long the counts of a dry run can be confirmed: arrivals go on meanwhile. */
const dryRunLifeMs = hourMs
const list = 'policies'
const cursorSchema = z.object({ beforeId: z.string() })

/** Owns: drafts of the quarantine policy, what they would change, and which is in force. */
export interface PolicyService {
  /** @throws {KbytError} `not_found`: none is in force. */
  getInForce(): Promise<PolicyInForce>
  find(input: FindPoliciesInput, call: OfficerCall): Promise<PolicyList>
  /** @throws {KbytError} `not_found`. */
  get(policyId: string, call: OfficerCall): Promise<PolicyRecord>
  /** @throws {KbytError} `not_found`, `policy_published`. */
  saveDraft(input: SavePolicyDraftInput, call: OfficerCall): Promise<PolicyRecord>
  /** @throws {KbytError} `not_found`, `policy_published`, `input_invalid`: the draft has errors. */
  tryDraft(policyId: string, call: OfficerCall): Promise<PolicyDryRun>
  /** @throws {KbytError} as `tryDraft`, and `policy_dry_run_needed`, `policy_version_taken`. */
  publish(input: PublishPolicyInput, call: OfficerCall): Promise<PolicyRecord>
}

export interface PolicyServiceOptions {
  readonly outside: Outside
  readonly published: PublishedPolicies
  readonly idempotency: IdempotencyService
  readonly audit: AuditService
  /** Everybody on the way or under a measure now. */
  readonly findPeople: PeopleInBatches
}

export function createPolicyService(options: PolicyServiceOptions): PolicyService {
  const { outside, published, idempotency, audit, findPeople } = options
  const { store, vault, clock, config, randomBytes } = outside
  const known = toKnownWords(config)
  const { parse } = policyRecordSchema

  function checkAuthor({ officer: { role, areas } }: OfficerCall): void {
    const isAuthor = role === 'province' && areas.includes(config.provinceCode)
    if (!isAuthor) throw new KbytError('forbidden')
  }

  async function getRow(policyId: string): Promise<PolicyRow> {
    const row = await store.policies.findPolicy(policyId)
    if (!row) throw new KbytError('not_found')
    return row
  }

  async function getDraft(policyId: string): Promise<{ row: PolicyRow; policy: Policy }> {
    const row = await getRow(policyId)
    if (row.state === 'published') throw new KbytError('policy_published')
    const content: unknown = JSON.parse(row.content)
    const errors = checkPolicy(content, { known }).filter(({ severity }) => severity === 'error')
    const issues = errors.map(({ path, code }) => ({ path: `policy.${path}`, code }))
    if (issues.length > 0) throw new KbytError('input_invalid', { issues })
    return { row, policy: parsePolicy(content) }
  }

  const toRecord = async (row: PolicyRow) =>
    toPolicyRecord(row, await published.findInForceId(clock.now()), known)

  const recordAction = (
    { officer }: OfficerCall,
    action: string,
    details: Record<string, unknown>,
  ) =>
    audit.append({
      officerId: officer.officerId,
      action,
      reason: null,
      post: null,
      subjectIndex: null,
      outcome: 'asked',
      details,
    })

  async function toDraftRow(input: SavePolicyDraftInput, call: OfficerCall): Promise<PolicyRow> {
    const savedAt = clock.now()
    if (input.policyId !== undefined) await getRow(input.policyId)
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

  async function checkDryRun(dryRunId: string, row: PolicyRow): Promise<void> {
    const dryRun = await store.policies.findDryRun(dryRunId)
    const isSeen =
      dryRun?.policyId === row.policyId &&
      dryRun.contentHash === (await digest(row.content)) &&
      dryRun.expiresAt > clock.now()
    if (!isSeen) throw new KbytError('policy_dry_run_needed')
  }

  return {
    async getInForce() {
      const current = await published.findCurrent(clock.now())
      if (!current) throw new KbytError('not_found')
      const { row, policy } = current
      const publishedAt = new Date(row.publishedAt).toISOString()
      return { policyId: row.policyId, publishedAt, policy }
    },

    async find({ cursor, limit = defaultPageLimit }, call) {
      checkAuthor(call)
      const place = await openCursor(vault, list, cursorSchema, cursor)
      const rows = await store.policies.findPolicies(place?.beforeId, limit + 1)
      const inForceId = await published.findInForceId(clock.now())
      const page = rows.slice(0, limit)
      const beforeId = rows.length > limit ? page.at(-1)?.policyId : undefined
      return {
        policies: page.map((row) => toPolicySummary(row, inForceId)),
        ...(beforeId && { nextCursor: await sealCursor(vault, list, { beforeId }) }),
      }
    },

    async get(policyId, call) {
      checkAuthor(call)
      return toRecord(await getRow(policyId))
    },

    saveDraft(input, call) {
      checkAuthor(call)
      const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const row = await toDraftRow(input, call)
        await recordAction(call, 'policy draft', { policyId: row.policyId })
        const saved = await toRecord(row)
        const isSaved = await store.policies.saveDraft(row, await seal(saved))
        if (!isSaved) throw new KbytError('policy_published')
        return saved
      })
    },

    async tryDraft(policyId, call) {
      checkAuthor(call)
      const { row, policy } = await getDraft(policyId)
      const ranAt = clock.now()
      await recordAction(call, 'policy dry-run', { policyId })
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

    publish({ policyId, dryRunId }, call) {
      checkAuthor(call)
      const once = { principal: toOfficerPrincipal(call.officer), status: 201, parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const { row, policy } = await getDraft(policyId)
        await checkDryRun(dryRunId, row)
        await recordAction(call, 'policy publish', { policyId, dryRunId })
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

/** Before the first policy nobody is asked anything. */
function toEmptyPolicy(draft: Policy): Policy {
  const defaultMeasure = { measure: 'none' as const, days: 0, testDays: [] }
  return { ...draft, riskLevels: [], zones: [], rules: [], examples: [], defaultMeasure }
}
