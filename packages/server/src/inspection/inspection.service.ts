import { isKbytError, KbytError } from '@kbyt/sdk'
import {
  childPlaceholder,
  type Inspection,
  type InspectionRequest,
  type OfficerRole,
  toDocumentNumber,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import { checkOfficerDefaults } from '../officer/check-officer-defaults.js'
import type { Outside } from '../outside.js'
import type { OfficerRow } from '../store/store.js'
import type { InspectionLimits } from './inspection-limits.js'
import type { InspectionMemory } from './inspection-memory.js'
import { recordLookUp } from './record-look-up.js'
import type { Finding, RunQuery } from './run-query.js'

/** Administrators grant roles and inspectors of a venue scan; neither looks people up. */
export const rolesThatLookUp: readonly OfficerRole[] = [
  'checkpoint',
  'clinic',
  'ward',
  'health-station',
  'province',
]

/** Owns: what an officer learns of a person, and that each look-up is on record before its answer leaves. */
export interface InspectionService {
  /** @throws {KbytError} a `qr_…` code, `inspection_placeholder`, `audit_unavailable`, `rate_limited`, `forbidden`. */
  inspect(request: InspectionRequest, call: OfficerCall): Promise<Inspection>
}

export interface InspectionServiceOptions {
  readonly outside: Outside
  readonly runQuery: RunQuery
  readonly limits: InspectionLimits
  readonly audit: AuditService
  readonly memory: InspectionMemory
}

export function createInspectionService(options: InspectionServiceOptions): InspectionService {
  const { outside, runQuery, limits, audit, memory } = options
  const { vault, clock, config, randomBytes } = outside

  async function checkAllowed(
    request: InspectionRequest,
    { role, officerId }: OfficerRow,
    nowMs: number,
  ): Promise<void> {
    if (!rolesThatLookUp.includes(role)) throw new KbytError('forbidden')
    checkOfficerDefaults(request, config)
    const { query } = request
    // dispatch 391, I.4.b: nine zeros are every child without papers, and so nobody
    if (query.by === 'id-number' && toDocumentNumber(query.idNumber) === childPlaceholder) {
      throw new KbytError('inspection_placeholder')
    }
    // the number also of a look-up that is refused: asked once, it would not be counted again
    await Promise.all([
      limits.countLookUp(officerId, nowMs),
      query.by === 'id-number' && limits.countIdNumber(officerId, query.idNumber, nowMs),
      query.by === 'phone' && limits.countPhone(officerId, query.phone, nowMs),
    ])
  }

  return {
    async inspect(request, { officer }) {
      const { query, kind } = request
      const inspectedAt = clock.now()
      await checkAllowed(request, officer, inspectedAt)

      const inspectionId = createUuid(inspectedAt, randomBytes)
      const record = (outcome: string, personIds: readonly string[]) =>
        recordLookUp(audit, vault, { inspectionId, request, officer, outcome, personIds })
      const { isHidden, ...found } = await runQuery(query, kind, officer).catch(async (error) => {
        if (isKbytError(error)) await record(error.code, [])
        throw error
      })
      const personIds = [...found.people, ...found.candidates].map(({ personId }) => personId)
      await Promise.all([
        record(toOutcome(personIds.length, isHidden), personIds),
        memory.keep({ inspectionId, inspectedAt }, request, officer, personIds),
      ])
      return { inspectionId, inspectedAt: new Date(inspectedAt).toISOString(), kind, ...found }
    },
  }
}

/** The log tells hidden from absent; the officer is not told. */
function toOutcome(count: number, isHidden: Finding['isHidden']): string {
  if (count > 0) return 'found'
  return isHidden ? 'out_of_area' : 'absent'
}
