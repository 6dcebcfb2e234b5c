import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { measures, policySchema } from './policy.js'
import { idSchema, lineSchema, openWordSchema } from './text.js'

/** A policy with 12,000 zones does not fit: the trust bundle that carries it has to stay below 4 MB. */
const maxPolicyBytes = 1_048_576

/** A policy as somebody wrote it, right or wrong: what is wrong with it is said, not refused. */
const draftSchema = z.looseObject({ version: lineSchema(100) })

/** Something in a draft to look at; an error keeps it from being published. */
export const policyProblemSchema = z.object({
  severity: openWordSchema(['error', 'warning']),
  path: z.string(),
  code: z.string(),
})
export type PolicyProblem = z.infer<typeof policyProblemSchema>

/** A draft may be changed; what was published never is. */
export const policyStates = ['draft', 'published'] as const

/** A policy in the list of all. */
export const policySummarySchema = z.object({
  policyId: idSchema,
  version: z.string(),
  state: openWordSchema(policyStates),
  savedAt: instantSchema,
  /** The officer who wrote it last. */
  savedBy: idSchema,
  /** When it was published, and by whom. */
  publishedAt: z.optional(instantSchema),
  publishedBy: z.optional(idSchema),
  /** Of a published one. */
  validFrom: z.optional(instantSchema),
  validTo: z.optional(instantSchema),
  isInForce: z.boolean(),
})
export type PolicySummary = z.infer<typeof policySummarySchema>

/** A policy whole, with what is wrong with it. */
export const policyRecordSchema = z.object({
  ...policySummarySchema.shape,
  policy: z.looseObject({ version: z.string() }),
  problems: z.array(policyProblemSchema),
})
export type PolicyRecord = z.infer<typeof policyRecordSchema>

const sideSchema = z.object({
  measure: openWordSchema([...measures, 'ask-officer']),
  days: z.optional(z.int()),
})

/** What a policy would change for the people who are on their way or under a measure now. */
export const policyDryRunSchema = z.object({
  dryRunId: idSchema,
  ranAt: instantSchema,
  /** Until then the policy may be published with it. */
  expiresAt: instantSchema,
  total: z.int(),
  unchanged: z.int(),
  /** "412 people change from … to …", the largest group first. */
  changes: z.array(z.object({ from: sideSchema, to: sideSchema, count: z.int() })),
  /** Warnings alone: a policy with errors is not tried. */
  problems: z.array(policyProblemSchema),
})
export type PolicyDryRun = z.infer<typeof policyDryRunSchema>

/** The policy in force, as it was published. */
export const policyInForceSchema = z.object({
  policyId: idSchema,
  publishedAt: instantSchema,
  policy: policySchema,
})
export type PolicyInForce = z.infer<typeof policyInForceSchema>

/** Which page of the policies. */
export const findPoliciesInputSchema = z.object(pageShape)
export type FindPoliciesInput = z.infer<typeof findPoliciesInputSchema>

/** One page of the policies. */
export const policyListSchema = z.object({
  policies: z.array(policySummarySchema),
  nextCursor: z.optional(z.string()),
})
export type PolicyList = z.infer<typeof policyListSchema>

/** A draft to keep; with `policyId` in the place of an earlier one. */
export const savePolicyDraftInputSchema = z.object({
  policyId: z.optional(idSchema),
  policy: draftSchema,
})
export type SavePolicyDraftInput = z.infer<typeof savePolicyDraftInputSchema>

/** A draft to publish. */
export const publishPolicyInputSchema = z.object({
  policyId: idSchema,
  /** The dry run of this very text, an hour old at most: its counts are confirmed by this call. */
  dryRunId: idSchema,
})
export type PublishPolicyInput = z.infer<typeof publishPolicyInputSchema>

export const getPolicyEndpoint = endpoint({
  id: 'getPolicy',
  summary: 'The quarantine policy in force',
  method: 'GET',
  path: '/policy',
  input: z.object({}),
  output: policyInForceSchema,
  errors: ['not_found'],
})

export const findPoliciesEndpoint = endpoint({
  id: 'findPolicies',
  summary: 'Drafts and every policy that was published, the newest first',
  method: 'GET',
  path: '/policies',
  access: 'officer',
  input: findPoliciesInputSchema,
  output: policyListSchema,
})

export const getPolicyRecordEndpoint = endpoint({
  id: 'getPolicyRecord',
  summary: 'One policy whole, with what is wrong with it',
  method: 'GET',
  path: '/policies/{policyId}',
  access: 'officer',
  input: z.object({ policyId: idSchema }),
  output: policyRecordSchema,
  errors: ['not_found'],
})

export const savePolicyDraftEndpoint = endpoint({
  id: 'savePolicyDraft',
  summary: 'Keep a draft, new or changed, and say what is wrong with it',
  method: 'POST',
  path: '/policies/drafts',
  access: 'officer',
  input: savePolicyDraftInputSchema,
  output: policyRecordSchema,
  status: 201,
  isIdempotent: true,
  maxBytes: maxPolicyBytes,
  errors: ['not_found', 'policy_published', 'audit_unavailable'],
})

export const tryPolicyEndpoint = endpoint({
  id: 'tryPolicy',
  summary: 'Try a draft on the current arrivals: who would change from what to what',
  method: 'POST',
  path: '/policies/dry-runs',
  access: 'officer',
  input: z.object({ policyId: idSchema }),
  output: policyDryRunSchema,
  status: 201,
  errors: ['not_found', 'policy_published', 'audit_unavailable'],
})

export const publishPolicyEndpoint = endpoint({
  id: 'publishPolicy',
  summary: 'Publish a draft whose dry run was seen',
  method: 'POST',
  path: '/policies',
  access: 'officer',
  input: publishPolicyInputSchema,
  output: policyRecordSchema,
  status: 201,
  isIdempotent: true,
  errors: [
    'not_found',
    'policy_published',
    'policy_dry_run_needed',
    'policy_version_taken',
    'audit_unavailable',
  ],
})
