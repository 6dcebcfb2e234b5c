import { KbytError } from '@kbyt/sdk'
import {
  type CitizenSession,
  type OtpChallenge,
  type OtpRequest,
  type OtpVerification,
  otpChallengeSchema,
  toMobileE164,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { Call } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { isEqualInConstantTime } from '../identifiers.js'
import { toRetryAfter } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { SmsOutbox } from '../sms/sms-outbox.js'
import type { ChallengeRow } from '../store/store.js'
import { type ChallengeMaker, toChallenge } from './challenge-maker.js'
import type { NumberRangeBreaker } from './number-range-breaker.js'
import { openCitizenSession } from './open-citizen-session.js'
import type { OtpLimits } from './otp-limits.js'
import { challengeLifeMs, findObstacle, isFromSamePage, maxTries } from './otp-rules.js'

const sealedPhoneSchema = z.object({ phone: z.string() })

/** Owns: challenges and their answers. A phone is known or unknown alike: nothing here asks. */
export interface OtpService {
  /** @throws {KbytError} `otp_rate_limited`, `otp_blocked`. */
  request(input: OtpRequest, call: Call): Promise<OtpChallenge>
  /** @throws {KbytError} `otp_resend_too_soon`, `otp_used`, `otp_expired`, `otp_tries_exhausted`. */
  resend(challengeId: string, call: Call): Promise<OtpChallenge>
  /** @throws {KbytError} `otp_code_wrong`, `otp_used`, `otp_expired`, `otp_tries_exhausted`. */
  verify(input: OtpVerification, call: Call): Promise<CitizenSession>
}

export interface OtpServiceOptions {
  readonly outside: Outside
  readonly limits: OtpLimits
  readonly ranges: NumberRangeBreaker
  readonly maker: ChallengeMaker
  readonly outbox: SmsOutbox
  readonly idempotency: IdempotencyService
}

export function createOtpService(options: OtpServiceOptions): OtpService {
  const { outside, limits, ranges, maker, outbox, idempotency } = options
  const { store, vault, clock } = outside

  async function openPhone({ challengeId, sealed }: ChallengeRow): Promise<string> {
    return sealedPhoneSchema.parse(await vault.open(challengeId, sealed)).phone
  }

  async function findRenewable(challengeId: string, call: Call): Promise<ChallengeRow> {
    const challenge = await store.otp.findChallenge(challengeId)
    const nowMs = clock.now()
    const diesAt = (challenge?.createdAt ?? 0) + challengeLifeMs
    const obstacle = findObstacle(challenge, call, diesAt, nowMs)
    if (!challenge || obstacle) throw new KbytError(obstacle ?? 'otp_expired')
    if (challenge.resendAt > nowMs) throw tooSoon(challenge.resendAt, nowMs)
    return challenge
  }

  return {
    async request({ phone: typed, purpose }, call) {
      const phone = toMobileE164(typed)
      if (!phone) throw new TypeError('the schema lets only mobile numbers through')
      const phoneIndex = await vault.index('phone', phone)
      const principal = await vault.index('principal', `${phone} ${call.networkIndex}`)
      const once = { principal, status: 201, parse: otpChallengeSchema.parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const nowMs = clock.now()
        await limits.countRequest(call.networkIndex, nowMs)
        await ranges.count({ phone, phoneIndex, publishableKey: call.publishableKey }, nowMs)
        await limits.countSend(phoneIndex, call.networkIndex, nowMs)
        const { challenge, message } = await maker.open({ phone, phoneIndex, purpose, call })
        const answer = toChallenge(challenge)
        await store.otp.saveChallenge(challenge, message, await seal(answer))
        outbox.startDelivery()
        return answer
      })
    },

    async resend(challengeId, call) {
      const challenge = await findRenewable(challengeId, call)
      const nowMs = clock.now()
      await limits.countRequest(call.networkIndex, nowMs)
      await limits.countSend(challenge.phoneIndex, call.networkIndex, nowMs)
      const { replaced, message } = await maker.renew(challenge, await openPhone(challenge))
      if (!(await store.otp.replaceCode(challengeId, challenge.sends, replaced, message))) {
        throw tooSoon(replaced.resendAt, nowMs)
      }
      outbox.startDelivery()
      return toChallenge({ ...challenge, ...replaced })
    },

    async verify({ challengeId, code }, call) {
      const nowMs = clock.now()
      // counted, and committed, before anything is compared: parallel guesses cannot share a try
      const challenge = await store.otp.countTry(challengeId, maxTries, nowMs)
      if (!challenge) {
        const dead = await store.otp.findChallenge(challengeId)
        throw new KbytError(findObstacle(dead, call, dead?.expiresAt ?? 0, nowMs) ?? 'otp_expired')
      }
      const mac = await vault.macCode(challengeId, code)
      if (!isEqualInConstantTime(mac, challenge.codeMac) || !isFromSamePage(challenge, call)) {
        await limits.countWrong(challenge.phoneIndex, call.networkIndex, nowMs)
        throw new KbytError('otp_code_wrong', { triesLeft: maxTries - challenge.tries })
      }
      return openCitizenSession(outside, challenge, await openPhone(challenge), nowMs)
    },
  }
}

function tooSoon(resendAt: number, nowMs: number): KbytError {
  return new KbytError('otp_resend_too_soon', { retryAfterSeconds: toRetryAfter(resendAt, nowMs) })
}
