import { type ErrorCode, KbytError } from '@kbyt/sdk'
import {
  type CitizenSession,
  type OtpChallenge,
  type OtpRequest,
  type OtpVerification,
  otpChallengeSchema,
  toMobileE164,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { Call } from '../http/call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { createToken, createUuid, digest, isEqualInConstantTime } from '../identifiers.js'
import { toRetryAfter } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { SmsOutbox } from '../sms/sms-outbox.js'
import type { ChallengeRow } from '../store/store.js'
import { createCode } from './create-code.js'
import type { OtpLimits } from './otp-limits.js'

const codeLifeMs = 5 * 60_000
const sessionLifeMs = 30 * 60_000
/** How long a challenge whose code ran out may still get a new one. */
const challengeLifeMs = 30 * 60_000
const maxTries = 5
const resendWaitsMs = [60_000, 120_000, 240_000]

const sealedPhoneSchema = z.object({ phone: z.string() })

/** Owns: challenges and codes. A phone is known or unknown alike: nothing here asks. */
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
  readonly outbox: SmsOutbox
  readonly idempotency: IdempotencyService
}

export function createOtpService(options: OtpServiceOptions): OtpService {
  const { outside, limits, outbox, idempotency } = options
  const { store, vault, clock, randomBytes } = outside

  /** The part of a challenge that each new code replaces, with its message. */
  async function createCodeAndMessage(
    challengeId: string,
    phone: string,
    origin: string | null,
    sends: number,
  ) {
    const nowMs = clock.now()
    const codeLength = await limits.findCodeLength(nowMs)
    const code = createCode(codeLength, randomBytes)
    const expiresAt = nowMs + codeLifeMs
    const wait = resendWaitsMs[Math.min(sends, resendWaitsMs.length) - 1] ?? 0
    const message = { challengeId, phone, code, host: toHost(origin), nowMs, expiresAt }
    return {
      replaced: {
        codeMac: await vault.macCode(challengeId, code),
        codeLength,
        expiresAt,
        resendAt: nowMs + wait,
      },
      message: await outbox.createMessage(message),
    }
  }

  async function openChallenge(phone: string, phoneIndex: string, purpose: string, call: Call) {
    const createdAt = clock.now()
    const challengeId = createUuid(createdAt, randomBytes)
    const origin = call.origin ?? null
    const { replaced, message } = await createCodeAndMessage(challengeId, phone, origin, 1)
    const challenge: ChallengeRow = {
      challengeId,
      phoneIndex,
      networkIndex: call.networkIndex,
      purpose,
      origin,
      publishableKey: call.publishableKey ?? null,
      sealed: await vault.seal(challengeId, { phone }),
      tries: 0,
      sends: 1,
      createdAt,
      usedAt: null,
      ...replaced,
    }
    await store.otp.saveChallenge(challenge, message)
    return toChallenge(challenge)
  }

  /** Why a challenge takes no try and no new code, as its caller may know. */
  function findObstacle(
    challenge: ChallengeRow | undefined,
    call: Call,
    diesAt: number,
  ): ErrorCode | undefined {
    if (!challenge || challenge.publishableKey !== (call.publishableKey ?? null)) {
      return 'otp_expired'
    }
    if (challenge.usedAt !== null) return 'otp_used'
    if (challenge.tries >= maxTries) return 'otp_tries_exhausted'
    return diesAt <= clock.now() ? 'otp_expired' : undefined
  }

  return {
    async request({ phone: typed, purpose }, call) {
      const phone = toMobileE164(typed)
      if (!phone) throw new TypeError('the schema lets only mobile numbers through')
      const phoneIndex = await vault.index('phone', phone)
      const principal = await vault.index('principal', `${phone} ${call.networkIndex}`)
      const once = { principal, status: 201, parse: otpChallengeSchema.parse }
      return idempotency.runOnce(call, once, async (seal) => {
        await limits.countSend(phoneIndex, call.networkIndex, clock.now())
        const challenge = await openChallenge(phone, phoneIndex, purpose, call)
        await store.idempotency.saveAnswer(await seal(challenge))
        outbox.startDelivery()
        return challenge
      })
    },

    async resend(challengeId, call) {
      const challenge = await store.otp.findChallenge(challengeId)
      const diesAt = (challenge?.createdAt ?? 0) + challengeLifeMs
      const obstacle = findObstacle(challenge, call, diesAt)
      if (!challenge || obstacle) throw new KbytError(obstacle ?? 'otp_expired')
      const nowMs = clock.now()
      if (challenge.resendAt > nowMs) throw tooSoon(challenge.resendAt, nowMs)

      await limits.countSend(challenge.phoneIndex, call.networkIndex, nowMs)
      const { phone } = sealedPhoneSchema.parse(await vault.open(challengeId, challenge.sealed))
      const { sends, origin } = challenge
      const { replaced, message } = await createCodeAndMessage(
        challengeId,
        phone,
        origin,
        sends + 1,
      )
      const isReplaced = await store.otp.replaceCode(challengeId, sends, replaced, message)
      if (!isReplaced) throw tooSoon(replaced.resendAt, nowMs)
      outbox.startDelivery()
      return toChallenge({ ...challenge, ...replaced })
    },

    async verify({ challengeId, code }, call) {
      const nowMs = clock.now()
      // counted, and committed, before anything is compared: parallel guesses cannot share a try
      const challenge = await store.otp.countTry(challengeId, maxTries, nowMs)
      if (!challenge) {
        const dead = await store.otp.findChallenge(challengeId)
        throw new KbytError(findObstacle(dead, call, dead?.expiresAt ?? 0) ?? 'otp_expired')
      }
      const { phoneIndex, codeMac, tries, publishableKey } = challenge
      const mac = await vault.macCode(challengeId, code)
      const isOurs = publishableKey === (call.publishableKey ?? null)
      if (!isEqualInConstantTime(mac, codeMac) || !isOurs) {
        await limits.countWrong(phoneIndex, call.networkIndex, nowMs)
        throw new KbytError('otp_code_wrong', { triesLeft: maxTries - tries })
      }
      return openSession(challenge, nowMs)
    },
  }

  async function openSession(challenge: ChallengeRow, nowMs: number): Promise<CitizenSession> {
    const { challengeId, phoneIndex, publishableKey } = challenge
    const { phone } = sealedPhoneSchema.parse(await vault.open(challengeId, challenge.sealed))
    const token = createToken('cs', randomBytes)
    const tokenHash = await digest(token)
    const expiresAt = nowMs + sessionLifeMs
    const sealed = await vault.seal(tokenHash, { phone })
    const session = { tokenHash, phoneIndex, sealed, publishableKey, createdAt: nowMs, expiresAt }
    if (!(await store.otp.useChallenge(challengeId, nowMs, session))) {
      throw new KbytError('otp_used')
    }
    return { token, expiresAt: new Date(expiresAt).toISOString(), phone }
  }
}

function toChallenge(row: ChallengeRow): OtpChallenge {
  return {
    challengeId: row.challengeId,
    expiresAt: new Date(row.expiresAt).toISOString(),
    resendAt: new Date(row.resendAt).toISOString(),
    codeLength: row.codeLength,
    triesLeft: maxTries - row.tries,
  }
}

function tooSoon(resendAt: number, nowMs: number): KbytError {
  return new KbytError('otp_resend_too_soon', { retryAfterSeconds: toRetryAfter(resendAt, nowMs) })
}

const toHost = (origin: string | null) =>
  origin && URL.canParse(origin) ? new URL(origin).hostname || undefined : undefined
