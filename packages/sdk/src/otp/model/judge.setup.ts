import { isDeepStrictEqual } from 'node:util'
import { nameBreak } from './name-break.setup.js'
import type { Guess, Moment, Rules } from './rules.setup.js'
import type { Made, Said } from './wire.setup.js'

/** What a judge found: promises that were broken, and challenges that a new code must come for. */
export interface Judgement {
  readonly broken: readonly string[]
  readonly sent: readonly string[]
}

/** Compares what the server said with the rules, which learn from it. */
export function judge(rules: Rules, at: Moment, allSaid: readonly Said[]): Judgement {
  const said = allSaid.filter((it) => !isToldToWait(it, allSaid))
  const guesses = said.flatMap(({ arrival }): Guess[] =>
    arrival.call === 'verify' ? [arrival] : [],
  )
  if (guesses.length > 1 && rules.isOpen(guesses[0]?.challengeId ?? '', at.now)) {
    const answers = said.map(({ answer }) => answer)
    return { broken: rules.hearTogether(guesses, at, answers), sent: [] }
  }
  const judgements = hearOneByOne(rules, at, said)
  return {
    broken: judgements.flatMap(({ broken }) => broken),
    sent: judgements.flatMap(({ sent }) => sent),
  }
}

/** Who comes while another with the same key is served is told to wait, and nothing is done. */
function isToldToWait({ answer }: Said, allSaid: readonly Said[]): boolean {
  const isWaiting = (code: string) => code === 'idempotency_in_progress'
  return isWaiting(answer.code) && allSaid.some((other) => !isWaiting(other.answer.code))
}

const isTaken = ({ answer }: Said) => answer.code === 'ok'
const byLongerWait = (one: Said, other: Said) =>
  (other.answer.retryAfterSeconds ?? 0) - (one.answer.retryAfterSeconds ?? 0)
const limits = ['otp_rate_limited', 'otp_blocked']

function hearOneByOne(rules: Rules, at: Moment, said: readonly Said[]): Judgement[] {
  // Of two at the same time the one that had an effect was first, and of two refused the one that came
  // as far as the longer limit: its place under the shorter was taken by then.
  const refused = said.filter((it) => !isTaken(it))
  const inOrder = [...said.filter(isTaken), ...refused.toSorted(byLongerWait)]
  return inOrder.map(({ arrival, answer }, index) => {
    const { challengeId = '' } = answer
    const isNew = arrival.call === 'resend' || !rules.challenges.has(challengeId)
    const expected = rules.hear(arrival, at, answer)
    const sent = challengeId !== '' && isNew ? [challengeId] : []
    if (arrival.call === 'resend' && index > 0 && inOrder.some(isTaken)) {
      rules.countRace(arrival, at.now)
      if (limits.includes(answer.code)) return { broken: [], sent }
    }
    const isKept = isDeepStrictEqual(answer, expected)
    return { broken: isKept ? [] : [nameBreak(arrival, expected, answer)], sent }
  })
}

/** Each page knows what came back, and keeps the session that it was given and no other. */
export function judgePages(made: readonly Made[]): string[] {
  const broken = made.flatMap(judgeResult)
  made.forEach(learn)
  const isOther = made.some(({ tab }) => tab.session.load()?.token !== tab.token)
  return isOther ? [...broken, 'another session is kept'] : broken
}

function judgeResult({ arrival, heard, result, isPageDead }: Made): string[] {
  const isForgotten = arrival.call === 'end' && heard?.code === 'session_expired'
  const came = isForgotten ? 'ok' : (heard?.code ?? 'offline')
  const expected = isPageDead ? 'gone' : came
  return result === expected
    ? []
    : [`${arrival.call}: the page heard ${result} instead of ${expected}`]
}

/** What the page must keep from now on. */
function learn({ tab, arrival, heard, result, isPageDead }: Made): void {
  const isOver = arrival.call === 'use' && result === 'session_expired'
  if (arrival.call === 'end' || isOver) tab.token = undefined
  if (arrival.call === 'verify' && result === 'ok') tab.token = heard?.token
  if (isPageDead) tab.reload()
}
