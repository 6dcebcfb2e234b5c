import type { IdempotentAnswer } from './idempotency.store.js'

/** A quarantine policy as somebody wrote it; nothing in it is about a person. */
export interface PolicyRow {
  readonly policyId: string
  /** Unique among the published. */
  readonly version: string
  readonly state: 'draft' | 'published'
  /** The policy's JSON. */
  readonly content: string
  readonly savedAt: number
  readonly savedBy: string
  readonly publishedAt: number | null
  readonly publishedBy: string | null
  /** Of a published one; null while a draft. */
  readonly validFrom: number | null
  readonly validTo: number | null
}

/** A published policy without its content. */
export type PublishedPolicyRow = Pick<PolicyRow, 'policyId' | 'version'> & {
  readonly publishedAt: number
  readonly validFrom: number
  readonly validTo: number | null
}

/** What publishing sets. */
export type PolicyPublication = Pick<
  PublishedPolicyRow,
  'publishedAt' | 'validFrom' | 'validTo'
> & {
  readonly publishedBy: string
}

/** A dry run that was seen: for this text of this policy. */
export interface DryRunRow {
  readonly dryRunId: string
  readonly policyId: string
  readonly contentHash: string
  readonly ranAt: number
  readonly expiresAt: number
}

/** Policies: drafts are changed, what is published stays as it is. */
export interface PolicyStore {
  /** A new draft, or a changed one; false when it was published meanwhile, and nothing is kept then. */
  saveDraft(draft: PolicyRow, answer: IdempotentAnswer): Promise<boolean>
  /** Publishes a draft that still has this content. */
  publish(
    policyId: string,
    content: string,
    publication: PolicyPublication,
    answer: IdempotentAnswer,
  ): Promise<'published' | 'changed' | 'version-taken'>
  findPolicy(policyId: string): Promise<PolicyRow | undefined>
  /** Newest first by id, those before `beforeId`. */
  findPolicies(beforeId: string | undefined, limit: number): Promise<PolicyRow[]>
  /** Whose time is not over, in the order they were published. */
  findPublished(nowMs: number): Promise<PublishedPolicyRow[]>
  saveDryRun(dryRun: DryRunRow): Promise<void>
  findDryRun(dryRunId: string): Promise<DryRunRow | undefined>
}
