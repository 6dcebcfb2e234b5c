import { KbytError } from '@kbyt/sdk'
import { toDocumentNumber, toMobileE164 } from '@kbyt/sdk/schema'
import { checkLimit, hourMs, minuteMs, toRetryAfter } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'

/** How often an officer looks up in a minute and in an hour. */
const windows = [
  { name: 'minute', windowMs: minuteMs, max: 60 },
  { name: 'hour', windowMs: hourMs, max: 600 },
] as const
/** So many numbers out of the same thousand are no queue of people, in whatever order they come. */
const perBlock = 50
const blockSize = 1_000

/** Owns: how often an officer looks up, and that nobody counts through ID numbers or phones. */
export interface InspectionLimits {
  /** @throws {KbytError} `rate_limited`. */
  countLookUp(officerId: string, nowMs: number): Promise<void>
  /** @throws {KbytError} `rate_limited`, and raises an alarm, once numbers lie too close together. */
  countIdNumber(officerId: string, idNumber: string, nowMs: number): Promise<void>
  /** @throws {KbytError} the same for phones. */
  countPhone(officerId: string, phone: string, nowMs: number): Promise<void>
}

export function createInspectionLimits({ store, vault, raiseAlarm }: Outside): InspectionLimits {
  const { limits } = store

  async function toKey(officerId: string, group: string): Promise<string> {
    return `inspect:block:${officerId}:${await vault.index('subject', group)}`
  }

  async function countNumber(officerId: string, number: string, nowMs: number): Promise<void> {
    const asked = await limits.hit(await toKey(officerId, number), hourMs, nowMs)
    const isNew = asked.count === 1
    const blocks = await Promise.all(toBlocks(number).map((block) => toKey(officerId, block)))
    const points = isNew ? 1 : 0
    const hits = blocks.map((key) => ({ key, windowMs: hourMs, points }))
    for (const { count, resetsAt } of await limits.hitAll(hits, nowMs)) {
      if (count < perBlock) continue
      if (isNew) raiseAlarm({ code: 'sequential_look_ups', officerId })
      throw new KbytError('rate_limited', { retryAfterSeconds: toRetryAfter(resetsAt, nowMs) })
    }
  }

  return {
    async countLookUp(officerId, nowMs) {
      const hits = windows.map(({ name, windowMs }) => ({
        key: `inspect:${name}:${officerId}`,
        windowMs,
        points: 1,
      }))
      for (const [index, count] of (await limits.hitAll(hits, nowMs)).entries()) {
        checkLimit(count, windows[index]?.max ?? 0, 'rate_limited', nowMs)
      }
    },

    countIdNumber: (officerId, idNumber, nowMs) =>
      countNumber(officerId, toDocumentNumber(idNumber), nowMs),

    countPhone: (officerId, phone, nowMs) =>
      countNumber(officerId, toMobileE164(phone) ?? phone, nowMs),
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
