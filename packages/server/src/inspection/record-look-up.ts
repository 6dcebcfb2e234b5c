import {
  type InspectionQuery,
  type InspectionRequest,
  toDocumentNumber,
  toMobileE164,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerRow } from '../store/store.js'
import type { Vault } from '../vault.js'

export interface LookUp {
  readonly inspectionId: string
  readonly request: InspectionRequest
  readonly officer: OfficerRow
  readonly outcome: string
  readonly personIds: readonly string[]
}

/**
 * Puts a look-up on record: who, for whom, why, where, with what outcome.
 *
 * @throws {KbytError} `audit_unavailable`: its answer must not leave then.
 */
export async function recordLookUp(
  audit: AuditService,
  vault: Vault,
  { inspectionId, request, officer, outcome, personIds }: LookUp,
): Promise<void> {
  const { query, kind, reason, post } = request
  await audit.append({
    officerId: officer.officerId,
    action: `inspect ${kind} ${query.by}`,
    reason,
    post,
    subjectIndex: await vault.index('subject', toSubject(query)),
    outcome,
    details: { inspectionId, personIds },
  })
}

function toSubject(query: InspectionQuery): string {
  switch (query.by) {
    case 'id-number':
      return toDocumentNumber(query.idNumber)
    case 'phone':
      return toMobileE164(query.phone) ?? query.phone
    case 'person':
      return query.personId
    case 'qr':
      return query.qr
  }
}
