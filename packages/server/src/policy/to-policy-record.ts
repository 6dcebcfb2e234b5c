import { checkPolicy, type KnownWords } from '@kbyt/sdk/policy'
import {
  type Config,
  type PolicyRecord,
  type PolicySummary,
  purposes,
  vehicles,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { PolicyRow } from '../store/store.js'

const contentSchema = z.looseObject({ version: z.string() })
const toIso = (atMs: number) => new Date(atMs).toISOString()

/** What this portal's forms ask; groups of people may be known from elsewhere. */
export function toKnownWords({ symptoms, contacts }: Config): KnownWords {
  return {
    symptoms: symptoms.map(({ value }) => value),
    contacts: contacts.map(({ value }) => value),
    vehicles,
    purposes,
  }
}

export function toPolicySummary(row: PolicyRow, inForceId: string | undefined): PolicySummary {
  const { policyId, version, state, savedAt, savedBy } = row
  const { publishedAt, publishedBy, validFrom, validTo } = row
  return {
    policyId,
    version,
    state,
    savedAt: toIso(savedAt),
    savedBy,
    ...(publishedAt !== null && { publishedAt: toIso(publishedAt) }),
    ...(publishedBy !== null && { publishedBy }),
    ...(validFrom !== null && { validFrom: toIso(validFrom) }),
    ...(validTo !== null && { validTo: toIso(validTo) }),
    isInForce: policyId === inForceId,
  }
}

export function toPolicyRecord(
  row: PolicyRow,
  inForceId: string | undefined,
  known: KnownWords,
): PolicyRecord {
  const policy = contentSchema.parse(JSON.parse(row.content))
  const problems = checkPolicy(policy, { known })
  return { ...toPolicySummary(row, inForceId), policy, problems }
}
