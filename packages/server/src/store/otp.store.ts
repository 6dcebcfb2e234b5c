import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex, Sealed } from './sealed.js'
import type { SessionRow } from './session.store.js'
import type { MessageRow } from './sms.store.js'

/** A one-time code that was asked for. */
export interface ChallengeRow {
  readonly challengeId: string
  readonly phoneIndex: BlindIndex
  readonly networkIndex: BlindIndex
  readonly purpose: string
  /** Host of the page that asked, or null outside browsers. */
  readonly origin: string | null
  /** The publishable key it came with, or null on our own origin. */
  readonly publishableKey: string | null
  /** {phone} of the declarer. */
  readonly sealed: Sealed
  readonly codeMac: string
  readonly codeLength: number
  readonly tries: number
  readonly sends: number
  readonly createdAt: number
  readonly expiresAt: number
  readonly resendAt: number
  readonly usedAt: number | null
}

/** Challenges and the tries on them. */
export interface OtpStore {
  /**
   * The challenge, its message and the answer to who asked, together: a repeat of the call finds the
   * answer or nothing at all, and sends no second code.
   *
   * @throws {LostClaim} when another process answered meanwhile; nothing is saved then.
   */
  saveChallenge(
    challenge: ChallengeRow,
    message: MessageRow,
    answer: IdempotentAnswer,
  ): Promise<void>
  findChallenge(challengeId: string): Promise<ChallengeRow | undefined>
  /** A new code in place of the old one and its message, if nobody did so since `fromSends` and it is unused; else false. */
  replaceCode(
    challengeId: string,
    fromSends: number,
    code: Pick<ChallengeRow, 'codeMac' | 'codeLength' | 'expiresAt' | 'resendAt'>,
    message: MessageRow,
  ): Promise<boolean>
  /**
   * Counts one try before anything is compared: of a challenge that is unused, unexpired and has
   * had fewer than `maxTries`. Undefined otherwise, and nothing is counted.
   */
  countTry(challengeId: string, maxTries: number, nowMs: number): Promise<ChallengeRow | undefined>
  /**
   * Marks the challenge used and opens the session, if it is unused and its code is still the one of
   * send number `atSends`; else false. A code that was compared before a new one came is old by now.
   */
  useChallenge(
    challengeId: string,
    atSends: number,
    nowMs: number,
    session: SessionRow,
  ): Promise<boolean>
}
