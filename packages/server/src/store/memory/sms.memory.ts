import type { MessageRow, SmsStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

const oldestFirst = (a: MessageRow, b: MessageRow) =>
  a.createdAt - b.createdAt || (a.messageId < b.messageId ? -1 : 1)

export function createMemorySms({ messages }: MemoryState): SmsStore {
  return {
    async claimMessages(nowMs, limit) {
      const claimed = [...messages.values()]
        .filter(({ row, state }) => state === 'waiting' && row.expiresAt > nowMs)
        .map(({ row }) => row)
        .sort(oldestFirst)
        .slice(0, limit)
      for (const row of claimed) messages.set(row.messageId, { row, state: 'sending' })
      return claimed
    },

    async finishMessage(messageId, state) {
      const message = messages.get(messageId)
      if (message) messages.set(messageId, { row: { ...message.row, sealed: '' }, state })
    },
  }
}
