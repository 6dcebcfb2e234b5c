import { KbytError } from '@kbyt/sdk'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { digest } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { Passwords } from '../ports.js'
import type { CheckPassword } from './check-password.js'
import type { LoginLimits } from './login-limits.js'

interface NewPassword {
  readonly currentPassword: string
  readonly password: string
}

/** Owns: how an officer comes to a password. Nobody else ever knows it, no administrator either. */
export interface PasswordService {
  /** @throws {KbytError} `not_found` for a token that is unknown, spent or over; `audit_unavailable`. */
  setUp(token: string, password: string): Promise<void>
  /** @throws {KbytError} `officer_login_failed`, `rate_limited`, `audit_unavailable`. */
  change(passwords: NewPassword, call: OfficerCall): Promise<void>
}

export interface PasswordServiceOptions {
  readonly outside: Outside
  readonly passwords: Passwords
  readonly checkPassword: CheckPassword
  readonly limits: LoginLimits
  readonly audit: AuditService
}

export function createPasswordService(options: PasswordServiceOptions): PasswordService {
  const { outside, passwords, checkPassword, limits, audit } = options
  const { store, vault, clock } = outside

  const record = async (officerId: string) =>
    audit.append({
      officerId,
      action: 'officer set-password',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', officerId),
      outcome: 'ordered',
      details: {},
    })

  return {
    async setUp(token, password) {
      const setupHash = await digest(token)
      const invited = await store.officers.findOfficerBySetup(setupHash, clock.now())
      if (!invited) throw new KbytError('not_found')
      const hash = await passwords.hash(password)
      await record(invited.officerId)
      const isFirst = await store.officers.useSetup(setupHash, hash, clock.now())
      if (!isFirst) throw new KbytError('not_found')
    },

    async change({ currentPassword, password }, { officer, session, networkIndex }) {
      const { username, officerId } = officer
      const nameIndex = await vault.index('principal', username)
      await limits.countAttempt(nameIndex, networkIndex, clock.now())
      await checkPassword(username, currentPassword)
      const hash = await passwords.hash(password)
      await record(officerId)
      await store.officers.setPassword(officerId, hash, session.tokenHash)
      await limits.forgetAttempt(nameIndex, networkIndex, clock.now())
    },
  }
}
