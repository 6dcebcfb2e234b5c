import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { endpoint } from '../schema/endpoint.js'
import { call } from './call.js'
import { answerJson, answerProblem, session, setupFetch } from './fake-fetch.setup.js'

const readThing = endpoint({
  id: 'readThing',
  summary: 'Reads',
  method: 'GET',
  path: '/things',
  input: z.object({}),
  output: z.object({ name: z.string() }),
})
const makeThing = endpoint({ ...readThing, id: 'makeThing', method: 'POST' })
const makeOnce = endpoint({ ...makeThing, id: 'makeOnce', isIdempotent: true })
const lose = () => Promise.reject(new TypeError('fetch failed'))
const name = answerJson({ name: 'a' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets the clock run until the call is settled. */
async function settle<Result>(work: Promise<Result>) {
  const settled = Promise.allSettled([work])
  await vi.advanceTimersByTimeAsync(60_000)
  const [result] = await settled
  if (result.status === 'fulfilled') return { value: result.value }
  return { error: result.reason as unknown }
}

it.each([
  ['a GET', readThing],
  ['a POST with an Idempotency-Key', makeOnce],
])('sends %s again when the reply is lost', async (_, thing) => {
  const { client, requests } = setupFetch(lose, lose, name)

  expect(await settle(call(client, thing, {}))).toEqual({ value: { name: 'a' } })

  expect(requests.length).toBe(3)
})

it('gives up after the second time', async () => {
  const { client, requests } = setupFetch(lose)

  expect(await settle(call(client, readThing, {}))).toMatchObject({ error: { code: 'offline' } })

  expect(requests.length).toBe(3)
})

it('sends a POST without an Idempotency-Key once', async () => {
  const { client, requests } = setupFetch(lose)

  expect(await settle(call(client, makeThing, {}))).toMatchObject({ error: { code: 'offline' } })

  expect(requests.length).toBe(1)
  expect(requests[0]?.headers.has('idempotency-key')).toBe(false)
})

it('sends the same key and body each time, and a new key for each call', async () => {
  const { client, requests } = setupFetch(lose, name)

  await settle(call(client, makeOnce, {}))
  await settle(call(client, makeOnce, {}))

  const [first, second, third] = requests.map(({ headers }) => headers.get('idempotency-key'))
  expect(first).toMatch(/^"[0-9a-f]{32}"$/)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

it('sends the key it is given', async () => {
  const { client, requests } = setupFetch(name)

  await settle(call(client, makeOnce, {}, { idempotencyKey: 'draft-1' }))

  expect(requests[0]?.headers.get('idempotency-key')).toBe('"draft-1"')
})

it.each(['', 'two words', 'a"b', 'khóa', 'a\r\nb'])(
  'refuses the key %j as a misuse',
  async (key) => {
    const { client, requests } = setupFetch(name)

    const result = await settle(call(client, makeOnce, {}, { idempotencyKey: key }))

    expect(result).toMatchObject({ error: expect.any(TypeError) })
    expect(requests).toEqual([])
  },
)

it('asks again while its lost first try is still being worked on', async () => {
  const { client } = setupFetch(lose, answerProblem('idempotency_in_progress', 409), name)

  expect(await settle(call(client, makeOnce, {}))).toEqual({ value: { name: 'a' } })
})

it('takes any other conflict for an answer', async () => {
  const { client, requests } = setupFetch(answerProblem('account_exists', 409))

  const result = await settle(call(client, makeOnce, {}))

  expect(result).toMatchObject({ error: { code: 'account_exists' } })
  expect(requests.length).toBe(1)
})

it('waits as long as Retry-After says', async () => {
  const busy = answerProblem('overloaded', 503, {}, { 'retry-after': '4' })
  const { client, requests } = setupFetch(busy, name)

  const calling = call(client, readThing, {})
  await vi.advanceTimersByTimeAsync(3_900)
  expect(requests.length).toBe(1)

  expect(await settle(calling)).toEqual({ value: { name: 'a' } })
})

// ATTACKS 110
it.each([
  ['the header', {}, { 'retry-after': '86400' }],
  ['the problem', { retryAfterSeconds: 86_400 }, {}],
])('gives up at once when %s asks for a day', async (_, members, headers) => {
  const { client, requests } = setupFetch(answerProblem('overloaded', 503, members, headers))

  const result = await call(client, readThing, {}).catch((error: unknown) => error)

  expect(result).toMatchObject({ code: 'overloaded', retryAfterSeconds: 86_400 })
  expect(requests.length).toBe(1)
})

it('leaves a limit to the person', async () => {
  const { client, requests } = setupFetch(
    answerProblem('rate_limited', 429, { retryAfterSeconds: 1 }),
  )

  const result = await call(client, makeOnce, {}).catch((error: unknown) => error)

  expect(result).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 1 })
  expect(requests.length).toBe(1)
})

it('ends in its time limit when nobody answers', async () => {
  const { client } = setupFetch(() => new Promise<Response>(() => {}))

  const calling = settle(call({ ...client, timeoutMs: 1_000 }, readThing, {}))

  expect(await calling).toMatchObject({ error: { code: 'timed_out' } })
})

it('ends in its time limit when the body never ends', async () => {
  const headers = { 'content-type': 'application/json' }
  const { client } = setupFetch(() => new Response(new ReadableStream(), { headers }))

  const calling = settle(call({ ...client, timeoutMs: 1_000 }, readThing, {}))

  expect(await calling).toMatchObject({ error: { code: 'timed_out' } })
})

it('ends in its time limit when the body of an error never ends', async () => {
  const { client } = setupFetch(() => new Response(new ReadableStream(), { status: 500 }))

  const calling = settle(call({ ...client, timeoutMs: 1_000 }, makeThing, {}))

  expect(await calling).toMatchObject({
    error: { code: expect.stringMatching(/^(?:timed_out|unexpected_answer)$/) },
  })
})

it('ends in its time limit when waits would go beyond it', async () => {
  const busy = answerProblem('overloaded', 503, {}, { 'retry-after': '5' })
  const { client } = setupFetch(busy)

  const calling = settle(call({ ...client, timeoutMs: 3_000 }, readThing, {}))

  expect(await calling).toMatchObject({ error: { code: 'timed_out' } })
})

it('rejects with the reason of a signal that stopped before', async () => {
  const { client, requests } = setupFetch(name)
  const reason = new Error('left the page')

  const calling = call(client, readThing, {}, { signal: AbortSignal.abort(reason) })

  await expect(calling).rejects.toBe(reason)
  expect(requests).toEqual([])
})

it.each([
  ['under way', () => new Promise<Response>(() => {})],
  ['waiting to send again', lose],
  ['reading', () => new Response(new ReadableStream())],
])('rejects with the reason of a signal that stops it while %s', async (_, answer) => {
  const { client } = setupFetch(answer)
  client.session.save(session)
  const controller = new AbortController()
  const reason = new Error('left the page')

  const calling = call(client, readThing, {}, { signal: controller.signal })
  const settled = expect(calling).rejects.toBe(reason)
  await vi.advanceTimersByTimeAsync(10)
  controller.abort(reason)

  await settled
  expect(client.session.load()).toEqual(session)
})
