import { checkLimit, dayMs, hourMs } from '../limits/check-limit.js'
import type { BlindIndex, LimitStore } from '../store/store.js'

const registeredPerDay = 10
const changedPerHour = 60

/** Owns: how often a phone registers and changes venues. Keys are blind indexes. */
export interface VenueLimits {
  /** @throws {KbytError} `rate_limited`. */
  countRegistration(phone: BlindIndex, nowMs: number): Promise<void>
  /** @throws {KbytError} `rate_limited`. */
  countChange(phone: BlindIndex, nowMs: number): Promise<void>
}

export function createVenueLimits(limits: LimitStore): VenueLimits {
  return {
    async countRegistration(phone, nowMs) {
      const count = await limits.hit(`venue:register:${phone}`, dayMs, nowMs)
      checkLimit(count, registeredPerDay, 'rate_limited', nowMs)
    },
    async countChange(phone, nowMs) {
      const count = await limits.hit(`venue:change:${phone}`, hourMs, nowMs)
      checkLimit(count, changedPerHour, 'rate_limited', nowMs)
    },
  }
}
