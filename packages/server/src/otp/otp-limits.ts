import { KbytError } from '@kbyt/sdk'
import { checkLimit, dayMs, hourMs, minuteMs, toRetryAfter } from '../limits/check-limit.js'
import { type SlidingLimit, takeTurn } from '../limits/take-turn.js'
import type { Alarm } from '../ports.js'
import type { BlindIndex, LimitStore } from '../store/store.js'

export interface OtpLimitOptions {
  readonly limits: LimitStore
  /** Requests for a code per network and hour: carriers and checkpoints share addresses. */
  readonly requestsPerNetworkHour: number
  readonly raiseAlarm: (alarm: Alarm) => void
}

const wrongPerPhoneAndNetwork = 20
const wrongPerPhone = 100
/** Above it guessing is no accident: codes get two digits more. */
const wrongOverall = 10_000

const wrongKeys = (phone: BlindIndex, network: BlindIndex) => [
  { key: `otp:wrong:${phone}:${network}`, max: wrongPerPhoneAndNetwork },
  { key: `otp:wrong:${phone}`, max: wrongPerPhone },
]
/** 5 in any ten minutes and 10 in any day, over all challenges of a phone. */
export const toSendLimits = (phone: BlindIndex): readonly SlidingLimit[] => [
  { key: `otp:sends:${phone}`, max: 5, windowMs: 10 * minuteMs },
  { key: `otp:sends-day:${phone}`, max: 10, windowMs: dayMs },
]
const wrongOverallKey = 'otp:wrong:all'

/** Owns: how often codes are sent and guessed. Keys are blind indexes, never phones. */
export interface OtpLimits {
  /**
   * Every request for a code, also one that another limit refuses.
   *
   * @throws {KbytError} `otp_rate_limited`.
   */
  countRequest(network: BlindIndex, nowMs: number): Promise<void>
  /** @throws {KbytError} `otp_blocked` after too many wrong guesses, `otp_rate_limited` after too many sends. */
  countSend(phone: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  /** Wrong guesses block new challenges, never the tries of one already sent (ATTACKS 65). */
  countWrong(phone: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  /** 6 digits, or 8 on a day of mass guessing. */
  findCodeLength(nowMs: number): Promise<number>
}

export function createOtpLimits(options: OtpLimitOptions): OtpLimits {
  const { limits, requestsPerNetworkHour, raiseAlarm } = options

  async function refuseGuessed(phone: BlindIndex, network: BlindIndex, nowMs: number) {
    for (const { key, max } of wrongKeys(phone, network)) {
      const { count, resetsAt } = await limits.peek(key, dayMs, nowMs)
      if (count >= max) {
        throw new KbytError('otp_blocked', { retryAfterSeconds: toRetryAfter(resetsAt, nowMs) })
      }
    }
  }

  return {
    async countRequest(network, nowMs) {
      const requests = await limits.hit(`otp:network:${network}`, hourMs, nowMs)
      checkLimit(requests, requestsPerNetworkHour, 'otp_rate_limited', nowMs)
    },

    async countSend(phone, network, nowMs) {
      await refuseGuessed(phone, network, nowMs)
      for (const limit of toSendLimits(phone)) {
        checkLimit(await takeTurn(limits, limit, nowMs), limit.max, 'otp_rate_limited', nowMs)
      }
    },

    async countWrong(phone, network, nowMs) {
      for (const { key } of wrongKeys(phone, network)) await limits.hit(key, dayMs, nowMs)
      const { count } = await limits.hit(wrongOverallKey, dayMs, nowMs)
      if (count === wrongOverall + 1) raiseAlarm({ code: 'otp_guessing' })
    },

    async findCodeLength(nowMs) {
      const { count } = await limits.peek(wrongOverallKey, dayMs, nowMs)
      return count > wrongOverall ? 8 : 6
    },
  }
}
