import {
  addOfficerEndpoint,
  changeOfficerEndpoint,
  changePasswordEndpoint,
  confirmTotpEndpoint,
  disableOfficerEndpoint,
  enableOfficerEndpoint,
  findOfficersEndpoint,
  linkOfficerEndpoint,
  resetOfficerPasswordEndpoint,
  resetOfficerTotpEndpoint,
  setUpOfficerEndpoint,
  setUpTotpEndpoint,
  unlinkOfficerEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { AccountService } from './account.service.js'
import type { PasswordService } from './password.service.js'
import type { TotpService } from './totp.service.js'

interface AccountServices {
  readonly officerAccounts: AccountService
  readonly passwords: PasswordService
  readonly totp: TotpService
}

/** Accounts as administrators make them, and what officers do with their own. */
export function addOfficerAccountRoutes(router: Router, services: AccountServices): void {
  const { officerAccounts, passwords, totp } = services
  router.officer(findOfficersEndpoint, officerAccounts.find)
  router.officer(addOfficerEndpoint, officerAccounts.add)
  router.officer(changeOfficerEndpoint, officerAccounts.change)
  router.officer(disableOfficerEndpoint, ({ officerId }, call) =>
    officerAccounts.disable(officerId, call),
  )
  router.officer(enableOfficerEndpoint, ({ officerId }, call) =>
    officerAccounts.enable(officerId, call),
  )
  router.officer(resetOfficerPasswordEndpoint, ({ officerId }, call) =>
    officerAccounts.resetPassword(officerId, call),
  )
  router.officer(resetOfficerTotpEndpoint, ({ officerId }, call) =>
    officerAccounts.resetTotp(officerId, call),
  )
  router.officer(linkOfficerEndpoint, ({ officerId, ...identity }, call) =>
    officerAccounts.link(officerId, identity, call),
  )
  router.officer(unlinkOfficerEndpoint, ({ officerId }, call) =>
    officerAccounts.unlink(officerId, call),
  )

  router.anybody(setUpOfficerEndpoint, async ({ token, password }) => {
    await passwords.setUp(token, password)
    return {}
  })
  router.officer(changePasswordEndpoint, async (input, call) => {
    await passwords.change(input, call)
    return {}
  })
  router.officer(setUpTotpEndpoint, (_input, call) => totp.setUp(call))
  router.officer(confirmTotpEndpoint, async ({ code }, call) => {
    await totp.confirm(code, call)
    return {}
  })
}
