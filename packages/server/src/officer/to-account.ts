import type { OfficerAccount } from '@kbyt/sdk/schema'
import type { OfficerRow } from '../store/store.js'
import { toOfficer } from './to-officer.js'

/** The account as an administrator sees it: no hash, no secret, no token. */
export function toAccount(row: OfficerRow): OfficerAccount {
  const { createdAt, disabledAt, passwordHash, totpCounter, oidcIssuer, oidcSubject } = row
  return {
    ...toOfficer(row),
    createdAt: new Date(createdAt).toISOString(),
    ...(disabledAt !== null && { disabledAt: new Date(disabledAt).toISOString() }),
    hasPassword: passwordHash !== null,
    hasTotp: totpCounter !== null,
    ...(oidcIssuer !== null &&
      oidcSubject !== null && { oidc: { issuer: oidcIssuer, subject: oidcSubject } }),
  }
}
