import type { Visit } from '@kbyt/sdk/schema'
import { checkLimit, hourMs } from '../limits/check-limit.js'
import type { LimitStore } from '../store/store.js'
import { type Sender, toSenderId } from './to-sender.js'

/** A family at every door of a market; a gate of a stadium. What waited in an outbox counts too. */
const perHour: Record<Visit['scannedBy'], number> = { visitor: 200, staff: 10_000 }

/** Owns: how many visits one sender sends. */
export interface VisitLimits {
  /** @throws {KbytError} `rate_limited`: an outbox waits so long and sends again. */
  countVisits(sender: Sender, visits: readonly Visit[], nowMs: number): Promise<void>
}

export function createVisitLimits(limits: LimitStore): VisitLimits {
  return {
    async countVisits(sender, visits, nowMs) {
      for (const kind of new Set(visits.map(({ scannedBy }) => scannedBy))) {
        const { length } = visits.filter(({ scannedBy }) => scannedBy === kind)
        const key = `visits:${kind}:${toSenderId(sender)}`
        const counted = await limits.hit(key, hourMs, nowMs, length)
        checkLimit(counted, perHour[kind], 'rate_limited', nowMs)
      }
    },
  }
}
