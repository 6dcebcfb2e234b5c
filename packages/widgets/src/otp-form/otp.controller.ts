import {
  type CitizenSession,
  type Client,
  isKbytError,
  KbytError,
  type OtpChallenge,
  requestOtp,
  resendOtp,
  verifyOtp,
} from '@kbyt/sdk'
import type { LitElement, ReactiveController } from 'lit'
import { CountdownController } from '../controllers/countdown.js'
import { PendingCall } from '../controllers/pending-call.js'
import { clearChallenge, loadChallenge, saveChallenge } from './kept-challenge.js'
import { longestWaitSeconds, toSecondsUntil } from './to-seconds-until.js'

type OtpState =
  | { readonly step: 'phone' }
  | { readonly step: 'code'; readonly phone: string; readonly challenge: OtpChallenge }

/** Codes after which no try is left on the challenge: only a new one helps. */
const deadChallenge = new Set(['otp_expired', 'otp_tries_exhausted', 'otp_used', 'not_found'])

/**
 * Takes a phone number to a session: challenge, resends, tries.
 *
 * Owns: which step it is, the pending call, the wait until a resend, the challenge kept over a reload
 * (a phone may drop the page while its owner reads the SMS).
 * Does not own: what is typed, how it looks.
 */
export class OtpController implements ReactiveController {
  readonly #host: LitElement
  readonly #call: PendingCall
  readonly #wait: CountdownController
  #state: OtpState = { step: 'phone' }
  #error: unknown

  constructor(host: LitElement) {
    this.#host = host
    this.#call = new PendingCall(host)
    this.#wait = new CountdownController(host)
    host.addController(this)
  }

  get state(): OtpState {
    return this.#state
  }

  /** What the last call was refused with. */
  get error(): unknown {
    return this.#error
  }

  get isPending(): boolean {
    return this.#call.isPending
  }

  get resendSeconds(): number {
    return this.#wait.secondsLeft
  }

  hostConnected(): void {
    const kept = this.#state.step === 'phone' ? loadChallenge() : undefined
    if (kept) this.#enterCode(kept.phone, kept.challenge)
  }

  /** Sends a code to the number; afterwards the step is `code`, or `error` says why not. */
  request(client: Client, phone: string): Promise<void> {
    return this.#attempt(async (signal) => {
      this.#enterCode(phone, await requestOtp(client, { phone }, { signal }))
    })
  }

  /** Sends a new code; a challenge that is over gives way to a new one. */
  resend(client: Client): Promise<void> {
    const { state } = this
    if (state.step === 'phone') return Promise.resolve()
    return this.#attempt(async (signal) => {
      this.#enterCode(state.phone, await renew(client, state, this.#error, signal))
    })
  }

  /** Answers the challenge; the session, or nothing and `error` says why. */
  async verify(client: Client, code: string): Promise<CitizenSession | undefined> {
    const { state } = this
    if (state.step === 'phone') return undefined
    let session: CitizenSession | undefined
    await this.#attempt(async (signal) => {
      const { challengeId } = state.challenge
      session = await verifyOtp(client, { challengeId, code }, { signal })
      clearChallenge()
    })
    return session
  }

  /** Back to the phone number. */
  restart(): void {
    this.#call.stop()
    clearChallenge()
    this.#error = undefined
    this.#state = { step: 'phone' }
    this.#host.requestUpdate()
  }

  #enterCode(phone: string, challenge: OtpChallenge): void {
    this.#state = { step: 'code', phone, challenge }
    this.#wait.start(toSecondsUntil(challenge.resendAt))
    saveChallenge({ phone, challenge })
  }

  async #attempt(call: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await this.#call.run(call)
      this.#error = undefined
    } catch (thrown) {
      const error = toLastWord(thrown)
      this.#error = error
      if (isKbytError(error) && error.code === 'otp_resend_too_soon') {
        this.#wait.start(error.retryAfterSeconds ?? longestWaitSeconds)
      } else if (isDead(error)) this.#wait.start(0)
    }
    this.#host.requestUpdate()
  }
}

/** The last wrong try ends the challenge: said at once, not at a try that cannot succeed. */
function toLastWord(error: unknown): unknown {
  const isLast = isKbytError(error) && error.code === 'otp_code_wrong' && error.triesLeft === 0
  return isLast ? new KbytError('otp_tries_exhausted', { cause: error }) : error
}

const isDead = (error: unknown) => isKbytError(error) && deadChallenge.has(error.code)

async function renew(
  client: Client,
  { phone, challenge }: { phone: string; challenge: OtpChallenge },
  lastError: unknown,
  signal: AbortSignal,
): Promise<OtpChallenge> {
  if (isDead(lastError)) return requestOtp(client, { phone }, { signal })
  try {
    return await resendOtp(client, { challengeId: challenge.challengeId }, { signal })
  } catch (error) {
    if (isDead(error)) return requestOtp(client, { phone }, { signal })
    throw error
  }
}
