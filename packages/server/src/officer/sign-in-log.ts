import type { AuditService } from '../audit/audit.service.js'
import type { Outside } from '../outside.js'

/**
 * Owns: who came in and went, in the audit log: a look-up says who did it, this says how they got there.
 * Attempts beyond a limit are counted there and not written down: nobody fills the log from outside.
 */
export interface SignInLog {
  /** @throws {KbytError} `audit_unavailable`: whoever cannot be recorded does not come in. */
  recordOpening(officerId: string, way: 'password' | 'oidc'): Promise<void>
  /**
   * By the name that was typed, which may be nobody's.
   *
   * @throws {KbytError} `audit_unavailable`.
   */
  recordRefusal(name: string): Promise<void>
  /** Whoever goes is gone, recorded or not; what fails is logged. */
  recordClosing(officerId: string): Promise<void>
}

export function createSignInLog({ vault }: Outside, audit: AuditService): SignInLog {
  async function append(officerId: string | null, outcome: string, subject: string, details = {}) {
    await audit.append({
      officerId,
      action: outcome === 'ended' ? 'sign-out' : 'sign-in',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', subject),
      outcome,
      details,
    })
  }

  return {
    recordOpening: (officerId, way) => append(officerId, 'opened', officerId, { way }),
    recordRefusal: (name) => append(null, 'refused', name),
    // audit.append has logged it
    recordClosing: (officerId) => append(officerId, 'ended', officerId).catch(() => {}),
  }
}
