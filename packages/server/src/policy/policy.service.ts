import { KbytError } from '@kbyt/sdk'
import {
  defaultPageLimit,
  type FindPoliciesInput,
  type PolicyInForce,
  type PolicyList,
  type PolicyRecord,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { OfficerCall } from '../call.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import { checkAuthor } from './check-author.js'
import { getPolicyRow } from './get-policy-row.js'
import type { PublishedPolicies } from './published-policies.js'
import { toKnownWords, toPolicyRecord, toPolicySummary } from './to-policy-record.js'

const list = 'policies'
const cursorSchema = z.object({ beforeId: z.string() })

/** Owns: which quarantine policy is in force, and which there are. Does not own: how one comes about (see policy-draft.service). */
export interface PolicyService {
  /** @throws {KbytError} `not_found`: none is in force. */
  getInForce(): Promise<PolicyInForce>
  /** @throws {KbytError} `forbidden`. */
  find(input: FindPoliciesInput, call: OfficerCall): Promise<PolicyList>
  /** @throws {KbytError} `forbidden`, `not_found`. */
  get(policyId: string, call: OfficerCall): Promise<PolicyRecord>
}

export function createPolicyService(
  { store, vault, clock, config }: Outside,
  published: PublishedPolicies,
): PolicyService {
  const known = toKnownWords(config)

  return {
    async getInForce() {
      const current = await published.findCurrent(clock.now())
      if (!current) throw new KbytError('not_found')
      const { row, policy } = current
      const publishedAt = new Date(row.publishedAt).toISOString()
      return { policyId: row.policyId, publishedAt, policy }
    },

    async find({ cursor, limit = defaultPageLimit }, call) {
      checkAuthor(config, call)
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
      checkAuthor(config, call)
      const row = await getPolicyRow(store.policies, policyId)
      return toPolicyRecord(row, await published.findInForceId(clock.now()), known)
    },
  }
}
