import type { OtpStore, SessionStore } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryOtp(state: MemoryState): OtpStore {
  const { challenges, sessions, messages } = state
  return {
    async saveChallenge(challenge, message, answer) {
      answerClaim(state, answer)
      challenges.set(challenge.challengeId, challenge)
      messages.set(message.messageId, { row: message, state: 'waiting' })
    },

    async findChallenge(challengeId) {
      return challenges.get(challengeId)
    },

    async replaceCode(challengeId, fromSends, code, message) {
      const challenge = challenges.get(challengeId)
      if (!challenge || challenge.usedAt !== null || challenge.sends !== fromSends) return false
      challenges.set(challengeId, { ...challenge, ...code, sends: fromSends + 1 })
      for (const [id, kept] of messages) {
        const isOld = kept.row.challengeId === challengeId
        if (isOld && kept.state === 'waiting') messages.delete(id)
      }
      messages.set(message.messageId, { row: message, state: 'waiting' })
      return true
    },

    async countTry(challengeId, maxTries, nowMs) {
      const challenge = challenges.get(challengeId)
      if (!challenge || challenge.usedAt !== null) return undefined
      if (challenge.expiresAt <= nowMs || challenge.tries >= maxTries) return undefined
      const counted = { ...challenge, tries: challenge.tries + 1 }
      challenges.set(challengeId, counted)
      return counted
    },

    async useChallenge(challengeId, atSends, nowMs, session) {
      const challenge = challenges.get(challengeId)
      if (!challenge || challenge.usedAt !== null || challenge.sends !== atSends) return false
      challenges.set(challengeId, { ...challenge, usedAt: nowMs })
      sessions.set(session.tokenHash, session)
      return true
    },
  }
}

export function createMemorySessions({ sessions }: MemoryState): SessionStore {
  return {
    async findSession(tokenHash) {
      return sessions.get(tokenHash)
    },

    async endSession(tokenHash) {
      sessions.delete(tokenHash)
    },
  }
}
