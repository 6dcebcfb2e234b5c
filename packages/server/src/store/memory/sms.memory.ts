import type { ClosedMessage, MessageRow, SmsStore } from '../store.js'
import type { MemoryState, StoredMessage } from './memory-state.js'

const oldestFirst = (a: MessageRow, b: MessageRow) =>
  a.createdAt - b.createdAt || (a.messageId < b.messageId ? -1 : 1)

export function createMemorySms({ messages }: MemoryState): SmsStore {
  const isReplaced = ({ messageId, challengeId }: MessageRow) =>
    challengeId !== null &&
    [...messages.values()].some(
      ({ row }) => row.challengeId === challengeId && row.messageId > messageId,
    )

  return {
    async countWaiting(nowMs) {
      const isWaiting = ({ row, state }: StoredMessage) =>
        state === 'waiting' && row.expiresAt > nowMs
      return [...messages.values()].filter(isWaiting).length
    },

    async claimMessages(nowMs, limit) {
      const claimed = [...messages.values()]
        .filter(({ state, dueAt = 0 }) => state === 'waiting' && dueAt <= nowMs)
        .map(({ row }) => row)
        .filter((row) => row.expiresAt > nowMs && !isReplaced(row))
        .sort(oldestFirst)
        .slice(0, limit)
      for (const row of claimed) messages.set(row.messageId, { row, state: 'sending' })
      return claimed
    },

    async postponeMessage(messageId, dueAt) {
      const message = messages.get(messageId)
      if (message?.state !== 'sending') return
      messages.set(messageId, { ...message, state: 'waiting', dueAt })
    },

    async finishMessage(messageId, state) {
      const message = messages.get(messageId)
      if (message) messages.set(messageId, { row: { ...message.row, sealed: '' }, state })
    },

    async closeMessages(nowMs, finishedBy) {
      const closed: ClosedMessage[] = []
      for (const { row, state } of messages.values()) {
        const isExpired = state === 'waiting' && row.expiresAt <= nowMs
        const isLost = state === 'sending' && row.expiresAt <= finishedBy
        if (!isExpired && !isLost) continue
        const outcome = isExpired ? 'expired' : 'lost'
        messages.set(row.messageId, { row: { ...row, sealed: '' }, state: outcome })
        closed.push({ messageId: row.messageId, template: row.template, outcome })
      }
      return closed
    },
  }
}
