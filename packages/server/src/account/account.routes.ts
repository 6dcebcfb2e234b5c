import {
  createAccountEndpoint,
  getAccountEndpoint,
  getGrantsEndpoint,
  updateAccountEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { AccountService } from './account.service.js'
import type { GrantService } from './grant.service.js'

export function addAccountRoutes(
  router: Router,
  accounts: AccountService,
  grants: GrantService,
): void {
  router.citizen(createAccountEndpoint, accounts.create)
  router.citizen(getAccountEndpoint, (_, call) => accounts.get(call))
  router.citizen(updateAccountEndpoint, accounts.update)
  router.citizen(getGrantsEndpoint, grants.get)
}
