import { KbytError } from '@kbyt/sdk'
import { toDocumentNumber } from '@kbyt/sdk/schema'
import { checkLimit, hourMs, minuteMs, toRetryAfter } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'

const perMinute = 60
const perHour = 600
/** So many numbers in a row are no queue of people. */
const longestRun = 50

/** Owns: how often an officer looks up, and that nobody counts through ID numbers. */
export interface InspectionLimits {
  /** @throws {KbytError} `rate_limited`. */
  countLookUp(officerId: string, nowMs: number): Promise<void>
  /** @throws {KbytError} `rate_limited`, and raises an alarm, once numbers run in sequence. */
  countIdNumber(officerId: string, idNumber: string, nowMs: number): Promise<void>
}

export function createInspectionLimits({ store, vault, raiseAlarm }: Outside): InspectionLimits {
  const { limits } = store

  /** The length of the run a number ends is the count kept under it. */
  async function toRunKey(officerId: string, number: string): Promise<string> {
    return `inspect:run:${officerId}:${await vault.index('subject', number)}`
  }

  return {
    async countLookUp(officerId, nowMs) {
      const minute = await limits.hit(`inspect:minute:${officerId}`, minuteMs, nowMs)
      checkLimit(minute, perMinute, 'rate_limited', nowMs)
      const hour = await limits.hit(`inspect:hour:${officerId}`, hourMs, nowMs)
      checkLimit(hour, perHour, 'rate_limited', nowMs)
    },

    async countIdNumber(officerId, idNumber, nowMs) {
      const number = toDocumentNumber(idNumber)
      const ownKey = await toRunKey(officerId, number)
      const own = await limits.peek(ownKey, hourMs, nowMs)
      let run = own.count
      if (run === 0) {
        const neighbours = toNeighbours(number).map(async (neighbour) =>
          limits.peek(await toRunKey(officerId, neighbour), hourMs, nowMs),
        )
        run = 1 + Math.max(0, ...(await Promise.all(neighbours)).map(({ count }) => count))
        await limits.hit(ownKey, hourMs, nowMs, run)
      }
      if (run < longestRun) return
      if (own.count === 0) raiseAlarm({ code: 'sequential_look_ups', officerId })
      const retryAfterSeconds = toRetryAfter(own.resetsAt, nowMs)
      throw new KbytError('rate_limited', { retryAfterSeconds })
    },
  }
}

/** The numbers just before and after, of the same length. */
function toNeighbours(number: string): string[] {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(number) ?? []
  if (digits === '') return []
  return [Number(digits) - 1, Number(digits) + 1]
    .filter((neighbour) => neighbour >= 0)
    .map((neighbour) => prefix + String(neighbour).padStart(digits.length, '0'))
}
