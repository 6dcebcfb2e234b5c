import { vi } from 'vitest'
import { createClient } from '../../client/create-client.js'
import { findDeclarations } from '../../declaration/find-declarations.js'
import { endSession } from '../../session/end-session.js'
import { requestOtp } from '../request-otp.js'
import { resendOtp } from '../resend-otp.js'
import { verifyOtp } from '../verify-otp.js'
import type { Backend } from './backend.setup.js'
import { hearAnswer, readAnswer } from './read-answer.setup.js'
import type { Answer, Arrival } from './rules.setup.js'
import type { Tab } from './tab.setup.js'

/** What comes of one try of a call: it arrives, or it, its reply or the page that waits is lost. */
export const fates = ['arrives', 'request-lost', 'reply-lost', 'page-dies'] as const
export type Fate = (typeof fates)[number]

/** A call that a page is to make. */
export interface Call {
  readonly tab: Tab
  readonly arrival: Arrival
  /** Of each of its tries in turn; further ones arrive. */
  readonly fates?: readonly Fate[]
}

/** A call that a page has made. */
export interface Made extends Call {
  /** What came back to the page last. */
  readonly heard: Answer | undefined
  /** How the SDK's promise ended: `ok`, the error's code, or `gone` with its page. */
  readonly result: string
  readonly isPageDead: boolean
}

/** What the server said to whom, in the order in which the answers left. */
export interface Said {
  readonly arrival: Arrival
  readonly answer: Answer
}

const quietTurns = 8
/** Below the SDK's wait between tries, and far below its limit for a whole call. */
const stepMs = 500

/** Makes calls through the SDK at the same time, each over a network that does as its fates say. */
export async function makeCalls(backend: Backend, calls: readonly Call[]) {
  const said: Said[] = []
  let reaching = 0

  async function reach(request: Request, arrival: Arrival): Promise<[Response, Answer]> {
    request.headers.set('test-address', arrival.network)
    reaching += 1
    const response = await backend.app.fetch(request)
    const body = await response.text()
    reaching -= 1
    const answer = readAnswer(body)
    said.push({ arrival, answer })
    return [new Response(body === '' ? null : body, response), answer]
  }

  async function make(call: Call): Promise<Made> {
    const page = new AbortController()
    let heard: Answer | undefined
    let tries = 0
    const result = await hearAnswer(
      send(call, page.signal, async (request) => {
        const fate = call.fates?.[tries] ?? 'arrives'
        tries += 1
        if (fate === 'request-lost') throw new TypeError('fetch failed')
        const [response, answer] = await reach(request, call.arrival)
        if (fate === 'reply-lost') throw new TypeError('fetch failed')
        if (fate === 'page-dies') page.abort(new Error('the page is gone'))
        else heard = answer
        return response
      }),
    )
    return { ...call, heard, result, isPageDead: page.signal.aborted }
  }

  const made = await runTime(Promise.all(calls.map(make)), () => reaching > 0)
  return { made, said }
}

type Carry = (request: Request) => Promise<Response>

function send({ tab, arrival }: Call, signal: AbortSignal, carry: Carry): Promise<unknown> {
  const client = createClient({
    baseUrl: 'https://kbyt.example',
    session: tab.session,
    fetch: (request, init) => carry(new Request(request, init)),
  })
  switch (arrival.call) {
    case 'request':
      return requestOtp(client, arrival, { signal, idempotencyKey: arrival.key })
    case 'resend':
      return resendOtp(client, arrival, { signal })
    case 'verify':
      return verifyOtp(client, arrival, { signal })
    case 'use':
      return findDeclarations(client, {}, { signal })
    case 'end':
      return endSession(client, { signal })
  }
}

/** Awaits calls; once nothing but the waits between their tries is left, time runs for the SDK. */
async function runTime<Result>(calls: Promise<Result>, isReaching: () => boolean): Promise<Result> {
  let isOver = false
  const ending = calls.finally(() => {
    isOver = true
  })
  for (let quiet = 0; !isOver; quiet = isReaching() ? 0 : quiet + 1) {
    await new Promise<void>((turn) => setImmediate(turn))
    if (quiet > quietTurns) vi.advanceTimersByTime(stepMs)
  }
  return ending
}
