import { KbytError } from '@kbyt/sdk'
import { toDocumentNumber } from '@kbyt/sdk/schema'
import { checkLimit, hourMs, minuteMs, toRetryAfter } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'

const perMinute = 60
const perHour = 600
/** So many numbers out of the same thousand are no queue of people, in whatever order they come. */
const perBlock = 50
const blockSize = 1_000

/** Owns: how often an officer looks up, and that nobody counts through ID numbers. */
export interface InspectionLimits {
  /** @throws {KbytError} `rate_limited`. */
  countLookUp(officerId: string, nowMs: number): Promise<void>
  /** @throws {KbytError} `rate_limited`, and raises an alarm, once numbers lie too close together. */
  countIdNumber(officerId: string, idNumber: string, nowMs: number): Promise<void>
}

export function createInspectionLimits({ store, vault, raiseAlarm }: Outside): InspectionLimits {
  const { limits } = store

  async function toKey(officerId: string, group: string): Promise<string> {
    return `inspect:block:${officerId}:${await vault.index('subject', group)}`
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
      const asked = await limits.hit(await toKey(officerId, number), hourMs, nowMs)
      const isNew = asked.count === 1
      for (const block of toBlocks(number)) {
        const key = await toKey(officerId, block)
        const { count, resetsAt } = await limits.hit(key, hourMs, nowMs, isNew ? 1 : 0)
        if (count < perBlock) continue
        if (isNew) raiseAlarm({ code: 'sequential_look_ups', officerId })
        throw new KbytError('rate_limited', { retryAfterSeconds: toRetryAfter(resetsAt, nowMs) })
      }
    },
  }
}

/** The thousand a number lies in, and the one that is half a thousand off: no run falls between both. */
function toBlocks(number: string): string[] {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(number) ?? []
  if (digits === '') return []
  const blocks = [Number(digits), Number(digits) + blockSize / 2].map((each) =>
    Math.floor(each / blockSize),
  )
  return blocks.map((block, index) => `${prefix}|${digits.length}|${index}|${block}`)
}
