import { KbytError } from '@kbyt/sdk'
import {
  type AuditEntry,
  type AuditQuery,
  defaultPageLimit,
  type OpenedAuditEntry,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { OfficerCall } from '../call.js'
import type { InspectionLimits } from '../inspection/inspection-limits.js'
import { requireAdministrator } from '../officer/require-administrator.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { AuditService } from './audit.service.js'
import { toAuditEntry } from './to-audit-entry.js'
import { toAuditRecordId } from './to-audit-record-id.js'

const placeSchema = z.object({ at: z.number(), chain: z.string(), seq: z.number() })
const detailsSchema = z.record(z.string(), z.unknown())

interface AuditPage {
  entries: AuditEntry[]
  nextCursor?: string
}

interface Opening {
  readonly chain: string
  readonly seq: number
  readonly reason: string
}

/** Owns: who reads the log, and that reading it is on record too. */
export interface AuditReaderService {
  /** @throws {KbytError} `forbidden`, `input_invalid`, `audit_unavailable`. */
  find(query: AuditQuery, call: OfficerCall): Promise<AuditPage>
  /** @throws {KbytError} `forbidden`, `not_found`, `rate_limited`, `audit_unavailable`. */
  open(opening: Opening, call: OfficerCall): Promise<OpenedAuditEntry>
}

export function createAuditReaderService(
  { store, vault, clock }: Outside,
  audit: AuditService,
  limits: InspectionLimits,
): AuditReaderService {
  const record = (officerId: string, action: string, outcome: string, details: object) =>
    audit.append({
      officerId,
      action,
      reason: null,
      post: null,
      subjectIndex: null,
      outcome,
      details: { ...details },
    })

  return {
    async find({ cursor, limit = defaultPageLimit, ...query }, { officer }) {
      requireAdministrator(officer)
      // a cursor goes on with the same question, and no other
      const list = `audit ${JSON.stringify(query)}`
      const after = await openCursor(vault, list, placeSchema, cursor)
      const { officerId, action, from, to } = query
      const filter = { officerId, action, from: toMs(from), to: toMs(to), after }
      const rows = await store.audit.findNewest(filter, limit + 1)
      const page = rows.slice(0, limit)
      await record(officer.officerId, 'audit read', 'found', { ...query, count: page.length })
      const entries = page.map(toAuditEntry)
      const last = page.at(-1)
      if (rows.length <= limit || !last) return { entries }
      const { at, chain, seq } = last
      return { entries, nextCursor: await sealCursor(vault, list, { at, chain, seq }) }
    },

    async open({ chain, seq, reason }, { officer }) {
      requireAdministrator(officer)
      // whom somebody looked up: it counts as a look-up
      await limits.countLookUp(officer.officerId, clock.now())
      const [row] = await store.audit.findRows(chain, seq, 1)
      const isFound = row?.seq === seq
      const outcome = isFound ? 'found' : 'absent'
      await record(officer.officerId, 'audit open', outcome, { chain, seq, reason })
      if (!isFound) throw new KbytError('not_found')
      const opened = row.sealed && (await vault.open(toAuditRecordId(chain, seq), row.sealed))
      return { entry: toAuditEntry(row), details: detailsSchema.parse(opened ?? {}) }
    },
  }
}

const toMs = (instant: string | undefined) =>
  instant === undefined ? undefined : Date.parse(instant)
