import type { Account, NewAccount } from '@kbyt/sdk/schema'
import type { AccountRow } from '../store/store.js'

/** An account as its holder sees it. */
export function toAccount(row: AccountRow, content: NewAccount): Account {
  const { accountId, personId, createdAt, verifiedAt, keptUntil } = row
  return {
    accountId,
    personId,
    ...content,
    verification: verifiedAt === null ? 'unverified' : 'verified',
    ...(verifiedAt !== null && { verifiedAt: new Date(verifiedAt).toISOString() }),
    createdAt: new Date(createdAt).toISOString(),
    keptUntil: new Date(keptUntil).toISOString(),
  }
}
