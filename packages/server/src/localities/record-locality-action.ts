import type { AuditService } from '../audit/audit.service.js'
import type { OfficerRow } from '../store/store.js'
import type { Vault } from '../vault.js'

/** What an officer of a locality did, for the log. */
export interface LocalityAction {
  readonly officer: OfficerRow
  readonly action: string
  readonly outcome: string
  /** Whom it was about, where it was about one person. */
  readonly subject?: string
  readonly reason?: string
  /** Personal details, stored sealed. */
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Puts on record what an officer of a locality looks at or changes.
 *
 * @throws {KbytError} `audit_unavailable`: nothing is shown or changed then.
 */
export async function recordLocalityAction(
  audit: AuditService,
  vault: Vault,
  { officer, action, outcome, subject, reason, details }: LocalityAction,
): Promise<void> {
  await audit.append({
    officerId: officer.officerId,
    action,
    reason: reason ?? null,
    post: null,
    subjectIndex: subject === undefined ? null : await vault.index('subject', subject),
    outcome,
    details,
  })
}
