import type { CitizenSession } from '../schema/otp.js'
import type { Fetch } from './client.js'
import { createClient } from './create-client.js'

export const session: CitizenSession = {
  token: 'kbyt_cs_secret',
  expiresAt: '2021-03-03T08:30:00.000Z',
  phone: '+84905123456',
}

/** A fetch that gives these answers in turn (the last one again and again) and keeps what was sent. */
export function setupFetch(...answers: (() => Response | Promise<Response>)[]) {
  const requests: Request[] = []
  const fetch: Fetch = async (input, init) => {
    requests.push(new Request(input, init))
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (!answer) throw new TypeError('fetch failed')
    return answer()
  }
  const client = createClient({
    baseUrl: 'http://kbyt.test',
    fetch,
    publishableKey: 'kbyt_pk_demo',
  })
  return { client, requests }
}

export const answerJson = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
  return () => Response.json(body, { status, headers })
}

export const answerProblem = (
  code: string,
  status: number,
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) =>
  answerJson({ type: 'about:blank', title: code, status, code, ...members }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  })

export const answerText = (text: string, type: string, status = 200) => {
  return () => new Response(text, { status, headers: { 'content-type': type } })
}
