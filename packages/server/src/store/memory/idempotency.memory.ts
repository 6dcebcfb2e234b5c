import { LostClaim } from '../lost-claim.js'
import type { IdempotencyStore, IdempotentAnswer } from '../store.js'
import { type MemoryState, toClaimKey } from './memory-state.js'

/**
 * Keeps the answer of a claim.
 *
 * @throws {LostClaim} when there is no claim or it has its answer.
 */
export function answerClaim({ claims }: MemoryState, answer: IdempotentAnswer): void {
  const claim = claims.get(toClaimKey(answer))
  if (!claim || claim.answer) throw new LostClaim()
  const { status, sealed } = answer
  claims.set(toClaimKey(answer), { ...claim, answer: { status, sealed } })
}

export function createMemoryIdempotency({ claims }: MemoryState): IdempotencyStore {
  return {
    async claim(key, bodyHash, nowMs, lockedUntil, expiresAt) {
      const found = claims.get(toClaimKey(key))
      const claim = found && found.expiresAt > nowMs ? found : undefined
      if (claim && claim.bodyHash !== bodyHash) return { state: 'other-body' }
      if (claim?.answer) return { state: 'done', ...claim.answer }
      if (claim && claim.lockedUntil > nowMs) return { state: 'running' }
      claims.set(toClaimKey(key), { bodyHash, lockedUntil, expiresAt, answer: undefined })
      return { state: 'new' }
    },

    async release(key) {
      if (!claims.get(toClaimKey(key))?.answer) claims.delete(toClaimKey(key))
    },
  }
}
