import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import { type AccountService, createAccountService } from './account.service.js'
import { createAccountRows } from './account-rows.js'
import { createKnowHolder } from './create-know-holder.js'
import { createGrantService, type GrantService } from './grant.service.js'
import type { IssueGrants } from './issue-grants.js'

interface AccountServices {
  readonly accounts: AccountService
  readonly grants: GrantService
}

export interface AccountServicesOptions {
  readonly outside: Outside
  readonly places: Places
  readonly idempotency: IdempotencyService
  readonly issueGrants: IssueGrants
  /** How long an account is kept that nobody uses. */
  readonly dormantDays: number
}

/** The account of a phone and what its device draws, tied together once. */
export function createAccountServices(options: AccountServicesOptions): AccountServices {
  const { outside, places, idempotency, issueGrants, dormantDays } = options
  const knowHolder = createKnowHolder(outside, dormantDays)
  const rows = createAccountRows(outside, knowHolder)
  return {
    accounts: createAccountService({ outside, places, idempotency, rows, knowHolder }),
    grants: createGrantService(outside, rows, issueGrants),
  }
}
