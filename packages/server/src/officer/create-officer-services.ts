import type { OfficerRole } from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { Outside } from '../outside.js'
import type { OidcProvider, Passwords, Places } from '../ports.js'
import { createAccountService } from './account.service.js'
import { createCheckPassword } from './check-password.js'
import { createLoginLimits } from './login-limits.js'
import { createOfficerService } from './officer.service.js'
import { createOidcService } from './oidc.service.js'
import { createPasswordService } from './password.service.js'
import { createSignInLog } from './sign-in-log.js'
import { createTotpService } from './totp.service.js'

export interface OfficerServicesOptions {
  readonly outside: Outside
  readonly places: Places
  readonly passwords: Passwords
  readonly audit: AuditService
  readonly totpRoles: readonly OfficerRole[]
  readonly oidc: OidcProvider | undefined
}

/** The services of officers, which share their limits and how a password is checked. */
export function createOfficerServices(options: OfficerServicesOptions) {
  const { outside, places, passwords, audit, totpRoles } = options
  const limits = createLoginLimits(outside.store.limits, outside.raiseAlarm)
  const checkPassword = createCheckPassword(outside, passwords)
  const totp = createTotpService({ outside, limits, audit })
  const signIns = createSignInLog(outside, audit)
  const officers = createOfficerService({
    outside,
    checkPassword,
    limits,
    totp,
    totpRoles,
    signIns,
  })
  return {
    totp,
    officers,
    oidc: createOidcService({ outside, officers, audit, signIns, limits, provider: options.oidc }),
    officerAccounts: createAccountService({ outside, places, audit }),
    passwords: createPasswordService({ outside, passwords, checkPassword, limits, audit }),
  }
}
