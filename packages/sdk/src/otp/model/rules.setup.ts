// DESIGN.md's rules of one-time codes, written a second time and in no other words than its own: what
// each call is answered when one follows the other. It shares nothing with the server.

const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

const waits = [60 * second, 120 * second, 240 * second]
const tries = 5
const sendLimits = [
  ['ten minutes', 5, 10 * minute],
  ['day', 10, day],
] as const

/** What a call is answered: `ok` or an error's code, and what it says beside. */
export interface Answer {
  readonly code: string
  readonly retryAfterSeconds?: number | undefined
  readonly triesLeft?: number | undefined
  readonly challengeId?: string | undefined
  readonly token?: string | undefined
  readonly expiresAt?: number | undefined
  readonly resendAt?: number | undefined
}

interface From<Call extends string> {
  readonly call: Call
  readonly network: string
}
export interface Ask extends From<'request'> {
  readonly phone: string
  readonly key: string
}
export interface Resend extends From<'resend'> {
  readonly challengeId: string
}
export interface Guess extends From<'verify'> {
  readonly challengeId: string
  readonly code: string
  /** Whether it is the newest code of its challenge. */
  readonly isRight: boolean
}
export interface Meet extends From<'use' | 'end'> {
  readonly token: string
}
/** A call as it reaches the server. */
export type Arrival = Ask | Resend | Guess | Meet

/** Time as the server may count it, and the clock on its wall. */
export interface Moment {
  readonly now: number
  readonly wall: number
}

interface Challenge {
  readonly phone: string
  readonly openedAt: number
  sends: number
  tries: number
  isUsed: boolean
  expiresAt: number
  resendAt: number
}

/** All that the rules remember. */
export class Rules {
  readonly challenges = new Map<string, Challenge>()
  readonly sessions = new Map<string, number>()
  readonly #windows = new Map<string, { count: number; readonly endsAt: number }>()
  readonly #sends = new Map<string, readonly number[]>()
  readonly #answers = new Map<string, { readonly answer: Answer; readonly keptUntil: number }>()

  /** What the rules say to an arrival. Ids and tokens are the server's to choose: `said` tells which. */
  hear(arrival: Arrival, at: Moment, said: Answer): Answer {
    switch (arrival.call) {
      case 'request':
        return this.#request(arrival, at, said)
      case 'resend':
        return this.#resend(arrival, at.now)
      case 'verify':
        return this.#verify(arrival, at.now, said)
      default:
        return this.#meet(arrival, at.now)
    }
  }

  /**
   * Names what the rules miss in the answers to guesses at one challenge that were under way at the same
   * time. Each takes its try before any is compared: any order of tries may be, and one success.
   */
  hearTogether(guesses: readonly Guess[], { now }: Moment, said: readonly Answer[]): string[] {
    const challenge = this.challenges.get(guesses[0]?.challengeId ?? '')
    if (!challenge) return ['a challenge of nobody']
    const left = tries - challenge.tries
    const taken = said.filter(({ code }) => code === 'ok')
    const wrong = said.filter(({ code }) => code === 'otp_code_wrong')
    const broken: string[] = []
    if (taken.length > 1) broken.push('two sessions from one code')
    if (taken.length + wrong.length > left) broken.push('a sixth try')
    if (new Set(wrong.map(({ triesLeft }) => triesLeft)).size < wrong.length)
      broken.push('one try for two guesses')
    if (taken.length === 0 && wrong.length < Math.min(guesses.length, left))
      broken.push('a try without its answer')
    guesses.forEach(({ isRight }, index) => {
      const { code = '' } = said[index] ?? {}
      if (code === 'ok' && !isRight) broken.push('a session without the newest code')
      if (code === 'otp_code_wrong' && isRight) broken.push('a right code that is no good')
    })
    challenge.tries += taken.length + wrong.length
    challenge.isUsed = taken.length > 0
    for (const { token = '' } of taken) this.sessions.set(token, now + 30 * minute)
    for (const _ of wrong) this.countWrong(challenge.phone, guesses[0]?.network ?? '', now)
    return broken
  }

  /** Whether a code of this challenge may still be right. */
  isOpen(challengeId: string, now: number): boolean {
    const challenge = this.challenges.get(challengeId)
    return challenge !== undefined && !findDeath(challenge, challenge.expiresAt, now)
  }

  countWrong(phone: string, network: string, now: number, times = 1): void {
    this.#count(`wrong ${phone} ${network}`, day, now, times)
    this.#count(`wrong ${phone}`, day, now, times)
  }

  countSends(phone: string, now: number, times: number): void {
    for (const [name, max, lengthMs] of sendLimits) {
      for (let sends = 0; sends < times; sends += 1) {
        this.#take(`${name} ${phone}`, max, lengthMs, now)
      }
    }
  }

  /** A second resend at the same time took its place among the sends before it was refused. */
  countRace({ challengeId, network }: Resend, now: number): void {
    this.#refuseSend(this.challenges.get(challengeId)?.phone ?? '', network, now)
  }

  #request(
    { phone, network, key }: Ask,
    { now, wall }: Moment,
    { challengeId = '' }: Answer,
  ): Answer {
    const before = this.#answers.get(key)
    if (before && before.keptUntil > wall) return before.answer
    this.#answers.delete(key) // what is over stays over, though the clock runs back
    const refusal = this.#refuseSend(phone, network, now)
    if (refusal) return refusal
    const opened = { phone, openedAt: now, sends: 0, tries: 0, isUsed: false }
    const answer = this.#send(challengeId, { ...opened, expiresAt: 0, resendAt: 0 }, now)
    this.#answers.set(key, { answer, keptUntil: wall + day })
    return answer
  }

  #resend({ challengeId, network }: Resend, now: number): Answer {
    const challenge = this.challenges.get(challengeId)
    const dead = findDeath(challenge, (challenge?.openedAt ?? 0) + 30 * minute, now)
    if (!challenge || dead) return { code: dead ?? 'otp_expired' }
    if (challenge.resendAt > now) return refuse('otp_resend_too_soon', challenge.resendAt, now)
    return (
      this.#refuseSend(challenge.phone, network, now) ?? this.#send(challengeId, challenge, now)
    )
  }

  #verify({ challengeId, isRight, network }: Guess, now: number, { token = '' }: Answer): Answer {
    const challenge = this.challenges.get(challengeId)
    const dead = findDeath(challenge, challenge?.expiresAt ?? 0, now)
    if (!challenge || dead) return { code: dead ?? 'otp_expired' }
    challenge.tries += 1
    if (!isRight) {
      this.countWrong(challenge.phone, network, now)
      return { code: 'otp_code_wrong', triesLeft: tries - challenge.tries }
    }
    challenge.isUsed = true
    this.sessions.set(token, now + 30 * minute)
    return { code: 'ok', token, expiresAt: now + 30 * minute }
  }

  #meet({ call, token }: Meet, now: number): Answer {
    if ((this.sessions.get(token) ?? 0) <= now) return { code: 'session_expired' }
    if (call === 'end') this.sessions.delete(token)
    return { code: 'ok' }
  }

  #send(challengeId: string, challenge: Challenge, now: number): Answer {
    const sends = challenge.sends + 1
    const resendAt = now + (waits[Math.min(sends, waits.length) - 1] ?? 0)
    const expiresAt = now + 5 * minute
    this.challenges.set(challengeId, { ...challenge, sends, expiresAt, resendAt })
    const triesLeft = tries - challenge.tries
    return { code: 'ok', challengeId, expiresAt, resendAt, triesLeft }
  }

  #refuseSend(phone: string, network: string, now: number): Answer | undefined {
    const here = this.#look(`wrong ${phone} ${network}`, day, now)
    if (here.count >= 20) return refuse('otp_blocked', here.endsAt, now)
    const anywhere = this.#look(`wrong ${phone}`, day, now)
    if (anywhere.count >= 100) return refuse('otp_blocked', anywhere.endsAt, now)
    for (const [name, max, lengthMs] of sendLimits) {
      const freeAt = this.#take(`${name} ${phone}`, max, lengthMs, now)
      if (freeAt !== undefined) return refuse('otp_rate_limited', freeAt, now)
    }
    return undefined
  }

  /** Notes a send, or says when the next may be: so many in any span, wherever it begins. */
  #take(name: string, max: number, lengthMs: number, now: number): number | undefined {
    const sentAt = (this.#sends.get(name) ?? []).filter((at) => at + lengthMs > now)
    const [oldest = now] = sentAt
    if (sentAt.length >= max) return oldest + lengthMs
    this.#sends.set(name, [...sentAt, now])
    return undefined
  }

  #look(name: string, lengthMs: number, now: number) {
    const found = this.#windows.get(name)
    return found && found.endsAt > now ? found : { count: 0, endsAt: now + lengthMs }
  }

  #count(name: string, lengthMs: number, now: number, times = 1) {
    const counted = this.#look(name, lengthMs, now)
    counted.count += times
    this.#windows.set(name, counted)
    return counted
  }
}

function findDeath(challenge: Challenge | undefined, diesAt: number, now: number) {
  if (challenge?.isUsed) return 'otp_used'
  if (challenge && challenge.tries >= tries) return 'otp_tries_exhausted'
  return diesAt <= now ? 'otp_expired' : undefined
}

function refuse(code: string, until: number, now: number): Answer {
  return { code, retryAfterSeconds: Math.max(1, Math.ceil((until - now) / second)) }
}
