import type { CardPhotosStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryCardPhotos({ accounts, cardPhotos }: MemoryState): CardPhotosStore {
  return {
    async save(row, { phoneIndex, accountId, sealed }) {
      const kept = accounts.get(phoneIndex)
      if (kept?.accountId !== accountId || kept.sealed !== sealed) return false
      cardPhotos.set(phoneIndex, row)
      return true
    },

    async find(phoneIndex, nowMs) {
      const row = cardPhotos.get(phoneIndex)
      return row && row.keptUntil > nowMs ? row : undefined
    },
  }
}
