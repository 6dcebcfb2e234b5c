import { type ErrorCode, type InputIssue, KbytError } from '@kbyt/sdk'
import type { AuditService } from '../audit/audit.service.js'
import type { Outside } from '../outside.js'
import type { OfficerChanges, OfficerRefusal, OfficerRow } from '../store/store.js'

/** A change of one account, and who orders it. */
export interface AccountChange {
  /** Null where the machine's own command does it. */
  readonly orderedBy: string | null
  readonly officerId: string
  /** What the audit log calls it, as `officer disable`. */
  readonly action: string
  readonly changes: OfficerChanges
  readonly endsSessions: boolean
  /** What the audit log keeps of it, sealed; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Changes an account once that is on record: an order that cannot be recorded is not followed.
 *
 * @throws {KbytError} `not_found`, `officer_last_administrator`, `input_invalid`, `audit_unavailable`.
 */
export async function changeAccount(
  { store, vault }: Pick<Outside, 'store' | 'vault'>,
  audit: AuditService,
  change: AccountChange,
): Promise<OfficerRow> {
  const { orderedBy, officerId, action, changes, endsSessions, details = {} } = change
  const subjectIndex = await vault.index('subject', officerId)
  const record = (outcome: string) =>
    audit.append({
      officerId: orderedBy,
      action,
      reason: null,
      post: null,
      subjectIndex,
      outcome,
      details: { officerId, ...details },
    })
  if (!(await store.officers.findOfficerById(officerId))) throw new KbytError('not_found')
  await record('ordered')
  const changed = await store.officers.changeOfficer(officerId, changes, endsSessions)
  if (typeof changed !== 'string') return changed
  await record('refused')
  const { code, issues } = refusals[changed]
  throw new KbytError(code, { issues })
}

const refusals: Record<OfficerRefusal, { code: ErrorCode; issues?: InputIssue[] }> = {
  absent: { code: 'not_found' },
  'last-administrator': { code: 'officer_last_administrator' },
  'identity-taken': {
    code: 'input_invalid',
    issues: [{ path: 'subject', code: 'identity_taken' }],
  },
}
