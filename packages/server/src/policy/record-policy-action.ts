import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'

/**
 * Puts on record what the province does with a policy.
 *
 * @throws {KbytError} `audit_unavailable`: then it is not done.
 */
export function recordPolicyAction(
  audit: AuditService,
  { officer }: OfficerCall,
  action: 'policy draft' | 'policy dry-run' | 'policy publish',
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return audit.append({
    officerId: officer.officerId,
    action,
    reason: null,
    post: null,
    subjectIndex: null,
    outcome: 'asked',
    details,
  })
}
