import type { ErrorCode } from '@kbyt/sdk'
import type { Call } from '../call.js'
import { minuteMs } from '../limits/check-limit.js'
import type { ChallengeRow } from '../store/store.js'

export const codeLifeMs = 5 * minuteMs
export const sessionLifeMs = 30 * minuteMs
/** How long a challenge whose code ran out may still get a new one. */
export const challengeLifeMs = 30 * minuteMs
export const maxTries = 5

const resendWaitsMs = [minuteMs, 2 * minuteMs, 4 * minuteMs]

/** How long to wait after the code number `sends` of a challenge. */
export function toResendWait(sends: number): number {
  return resendWaitsMs[Math.min(sends, resendWaitsMs.length) - 1] ?? 0
}

/** Why a challenge takes no try and no new code, as its caller may know; undefined when it does. */
export function findObstacle(
  challenge: ChallengeRow | undefined,
  call: Call,
  diesAt: number,
  nowMs: number,
): ErrorCode | undefined {
  if (!challenge || !isFromSamePage(challenge, call)) return 'otp_expired'
  if (challenge.usedAt !== null) return 'otp_used'
  if (challenge.tries >= maxTries) return 'otp_tries_exhausted'
  return diesAt <= nowMs ? 'otp_expired' : undefined
}

/** A code asked for under one publishable key is no use under another. */
export function isFromSamePage({ publishableKey }: ChallengeRow, call: Call): boolean {
  return publishableKey === (call.publishableKey ?? null)
}
