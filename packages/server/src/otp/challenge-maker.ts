import type { OtpChallenge } from '@kbyt/sdk/schema'
import type { Call } from '../call.js'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { SmsOutbox } from '../sms/sms-outbox.js'
import type { ChallengeRow, MessageRow } from '../store/store.js'
import { createCode } from './create-code.js'
import type { OtpLimits } from './otp-limits.js'
import { codeLifeMs, maxTries, toResendWait } from './otp-rules.js'

type ReplacedCode = Pick<ChallengeRow, 'codeMac' | 'codeLength' | 'expiresAt' | 'resendAt'>

interface NewChallenge {
  readonly phone: string
  readonly phoneIndex: string
  readonly purpose: string
  readonly call: Call
}

/** Makes codes with the messages that carry them; the code itself is in the message alone. */
export interface ChallengeMaker {
  open(asked: NewChallenge): Promise<{ challenge: ChallengeRow; message: MessageRow }>
  renew(
    challenge: ChallengeRow,
    phone: string,
  ): Promise<{ replaced: ReplacedCode; message: MessageRow }>
}

export function createChallengeMaker(
  { vault, clock, randomBytes }: Outside,
  limits: OtpLimits,
  outbox: SmsOutbox,
): ChallengeMaker {
  async function makeCode(
    { challengeId, origin, sends }: Pick<ChallengeRow, 'challengeId' | 'origin' | 'sends'>,
    phone: string,
  ) {
    const nowMs = clock.now()
    const codeLength = await limits.findCodeLength(nowMs)
    const code = createCode(codeLength, randomBytes)
    const expiresAt = nowMs + codeLifeMs
    const resendAt = nowMs + toResendWait(sends)
    const codeMac = await vault.macCode(challengeId, code)
    const host = toHost(origin)
    const message = await outbox.createMessage({
      challengeId,
      phone,
      code,
      host,
      nowMs,
      expiresAt,
    })
    return { replaced: { codeMac, codeLength, expiresAt, resendAt }, message }
  }

  return {
    async open({ phone, phoneIndex, purpose, call }) {
      const createdAt = clock.now()
      const challengeId = createUuid(createdAt, randomBytes)
      const origin = call.origin ?? null
      const { replaced, message } = await makeCode({ challengeId, origin, sends: 1 }, phone)
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
      return { challenge, message }
    },

    renew: (challenge, phone) => makeCode({ ...challenge, sends: challenge.sends + 1 }, phone),
  }
}

/** The challenge as its asker sees it. */
export function toChallenge(row: ChallengeRow): OtpChallenge {
  return {
    challengeId: row.challengeId,
    expiresAt: new Date(row.expiresAt).toISOString(),
    resendAt: new Date(row.resendAt).toISOString(),
    codeLength: row.codeLength,
    triesLeft: maxTries - row.tries,
  }
}

const toHost = (origin: string | null) =>
  origin && URL.canParse(origin) ? new URL(origin).hostname || undefined : undefined
