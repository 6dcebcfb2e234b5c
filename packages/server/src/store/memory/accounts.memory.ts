import type { AccountStore, GrantRow } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'
import { revokeSlot } from './revoke-slot.memory.js'

export function createMemoryAccounts(state: MemoryState): AccountStore {
  const { accounts, grants } = state

  function revoke(isRevoked: (grant: GrantRow) => boolean): void {
    for (const grant of [...grants.values()].filter(isRevoked)) {
      revokeSlot(state, grant.statusIndex)
      grants.delete(grant.grantId)
    }
  }

  return {
    async addAccount(account, answer) {
      if (accounts.has(account.phoneIndex)) return false
      answerClaim(state, answer)
      accounts.set(account.phoneIndex, account)
      return true
    },

    async findAccount(phoneIndex) {
      return accounts.get(phoneIndex)
    },

    async updateAccount(account, isSomebodyElse) {
      if (!accounts.has(account.phoneIndex)) return
      accounts.set(account.phoneIndex, account)
      if (isSomebodyElse) revoke(({ phoneIndex }) => phoneIndex === account.phoneIndex)
    },

    async findGrants(phoneIndex, deviceHash, nowMs) {
      return [...grants.values()]
        .filter((grant) => grant.phoneIndex === phoneIndex && grant.deviceHash === deviceHash)
        .filter(({ validUntil }) => validUntil > nowMs)
        .sort((one, other) => one.notBefore - other.notBefore)
    },

    async saveGrants({ phoneIndex, accountId, sealed }, deviceHash, added) {
      const kept = accounts.get(phoneIndex)
      if (kept?.accountId !== accountId || kept.sealed !== sealed) return false
      revoke((grant) => grant.phoneIndex === phoneIndex && grant.deviceHash !== deviceHash)
      for (const grant of added) grants.set(grant.grantId, grant)
      return true
    },

    async findGrantHolder(grantId) {
      const grant = grants.get(grantId)
      return grant && { phoneIndex: grant.phoneIndex, personId: grant.personId }
    },
  }
}
