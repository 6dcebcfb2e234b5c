import type { AccountStore, GrantRow } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import { checkKnown, keepKnown } from './known-people.memory.js'
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
    async addAccount(account, known, answer) {
      if (accounts.has(account.phoneIndex)) return false
      checkKnown(state, [known])
      answerClaim(state, answer)
      keepKnown(state, [known])
      accounts.set(account.phoneIndex, account)
      return true
    },

    async findAccount(phoneIndex) {
      return accounts.get(phoneIndex)
    },

    async updateAccount(account, known, isSomebodyElse) {
      if (!accounts.has(account.phoneIndex)) return
      checkKnown(state, [known])
      keepKnown(state, [known])
      accounts.set(account.phoneIndex, account)
      if (!isSomebodyElse) return
      revoke(({ phoneIndex }) => phoneIndex === account.phoneIndex)
      state.cardPhotos.delete(account.phoneIndex)
    },

    async keepAccount(phoneIndex, known) {
      const account = accounts.get(phoneIndex)
      if (!account) return
      checkKnown(state, [known])
      keepKnown(state, [known])
      accounts.set(phoneIndex, { ...account, keptUntil: known.keptUntil })
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
