import { afterEach, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { endpoint } from '../schema/endpoint.js'
import { call } from './call.js'
import { createClient } from './create-client.js'
import { answerJson, answerProblem, answerText, session, setupFetch } from './fake-fetch.setup.js'

const readThing = endpoint({
  id: 'readThing',
  summary: 'Reads',
  method: 'GET',
  path: '/things/{thingId}',
  input: z.object({ thingId: z.string(), sort: z.optional(z.string()) }),
  output: z.object({ name: z.string() }),
})
const makeThing = endpoint({
  id: 'makeThing',
  summary: 'Makes',
  method: 'POST',
  path: '/things',
  access: 'citizen',
  input: z.object({ name: z.string().check(z.minLength(1)), size: z.optional(z.int()) }),
  output: z.object({ name: z.string() }),
  status: 201,
})
const makeOnce = { ...makeThing, isIdempotent: true }
const dropThing = endpoint({
  id: 'dropThing',
  summary: 'Drops',
  method: 'DELETE',
  path: '/things/current',
  access: 'officer',
  input: z.object({}),
  output: z.object({}),
  status: 204,
})

afterEach(() => {
  vi.useRealTimers()
})

it('fills the path, puts the rest of a GET into the query and encodes both', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))

  await call(client, readThing, { thingId: 'a/b ?', sort: 'tên & số' })

  expect(requests[0]?.url).toBe(
    'http://kbyt.test/v1/things/a%2Fb%20%3F?sort=t%C3%AAn+%26+s%E1%BB%91',
  )
})

it('sends what the schema knows and nothing else', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }, 201))
  client.session.save(session)
  const input = { name: 'a', isVerified: true }

  await call(client, makeThing, input)

  expect(await requests[0]?.json()).toEqual({ name: 'a' })
  expect(requests[0]?.headers.get('content-type')).toBe('application/json')
})

it('signs public calls with the publishable key and citizen calls with the session', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))
  client.session.save(session)

  await call(client, readThing, { thingId: '1' })
  await call(client, makeThing, { name: 'a' })

  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer kbyt_pk_demo',
    'Bearer kbyt_cs_secret',
  ])
})

it('adds no header that CORS has not let through', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))
  client.session.save(session)

  await call(client, makeOnce, { name: 'a' })

  const names = [...(requests[0]?.headers.keys() ?? [])]
  expect(names.sort()).toEqual(['accept', 'authorization', 'content-type', 'idempotency-key'])
})

it('follows no redirect and sends cookies to its own origin only', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))

  await call(client, readThing, { thingId: '1' })

  expect(requests[0]).toMatchObject({ redirect: 'error', credentials: 'same-origin' })
})

it('asks for a session before it sends anything', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))

  const calling = call(client, makeThing, { name: 'a' })

  await expect(calling).rejects.toMatchObject({ code: 'session_required' })
  expect(requests).toEqual([])
})

it('refuses bad input field by field before it sends anything', async () => {
  const { client, requests } = setupFetch(answerJson({ name: 'a' }))
  client.session.save(session)

  const calling = call(client, makeThing, { name: '', size: 1.5 })

  await expect(calling).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [
      { path: 'name', code: 'required' },
      { path: 'size', code: 'invalid_type' },
    ],
  })
  expect(requests).toEqual([])
})

it('takes an answer without a body', async () => {
  const { client } = setupFetch(() => new Response(null, { status: 204 }))

  expect(await call(client, dropThing, {})).toEqual({})
})

it('drops fields that a newer server sends', async () => {
  const { client } = setupFetch(answerJson({ name: 'a', colour: 'red' }))

  expect(await call(client, readThing, { thingId: '1' })).toEqual({ name: 'a' })
})

it.each([
  ['a body the schema refuses', answerJson({ nom: 'a' })],
  ['a body of another type', answerText('{"name":"a"}', 'text/plain')],
  ['a missing page', answerText('<h1>Not found</h1>', 'text/html', 404)],
  ['a code it does not know', answerProblem('quota_of_tomorrow', 429)],
  ['a code that never crosses the wire', answerProblem('timed_out', 400)],
])('calls %s an unexpected answer', async (_, answer) => {
  const { client } = setupFetch(answer)

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({ code: 'unexpected_answer' })
})

it('keeps what a newer server said in the cause', async () => {
  const { client } = setupFetch(answerProblem('quota_of_tomorrow', 429))

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({ cause: { code: 'quota_of_tomorrow' } })
})

// ATTACKS 108, and what else stands between a phone and the server
it.each([
  ['the page of a captive portal', answerText('<html>Đăng nhập Wi-Fi</html>', 'text/html')],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/login' } })],
  ['half a body', answerText('{"name":', 'application/json')],
  ['a network that asks to sign in', answerText('', 'text/html', 511)],
])('calls %s being offline', async (_, answer) => {
  const { client } = setupFetch(answer)

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({ code: 'offline' })
})

it('calls a connection that breaks in the body being offline', async () => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"na'))
      controller.error(new TypeError('terminated'))
    },
  })
  const headers = { 'content-type': 'application/json' }
  const { client, requests } = setupFetch(() => new Response(body, { headers }))

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({ code: 'offline' })
  expect(requests.length).toBe(1)
})

it('tells every member of a problem', async () => {
  const issues = [{ path: 'name', code: 'too_long' }]
  const { client } = setupFetch(
    answerProblem('otp_code_wrong', 422, { triesLeft: 3, issues, retryAfterSeconds: 40 }),
  )

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({
    code: 'otp_code_wrong',
    triesLeft: 3,
    issues,
    retryAfterSeconds: 40,
  })
})

it.each([
  ['seconds', '40', 40],
  ['a date', 'Wed, 03 Mar 2021 01:00:40 GMT', 40],
  ['a date gone by', 'Wed, 03 Mar 2021 00:00:00 GMT', 0],
  ['nonsense', 'soon', undefined],
])('reads %s in Retry-After', async (_, text, seconds) => {
  vi.useFakeTimers({ now: Date.parse('2021-03-03T01:00:00Z') })
  const { client } = setupFetch(answerProblem('rate_limited', 429, {}, { 'retry-after': text }))

  const calling = call(client, readThing, { thingId: '1' })

  await expect(calling).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: seconds })
})

it.each([
  [413, 'body_too_large'],
  [429, 'rate_limited'],
  [503, 'overloaded'],
])('understands a bare %i of a proxy', async (status, code) => {
  const { client } = setupFetch(answerText('<h1>nginx</h1>', 'text/html', status))
  client.session.save(session)

  const calling = call(client, makeThing, { name: 'a' })

  await expect(calling).rejects.toMatchObject({ code })
})

it('holds no token and no request in an error', async () => {
  const { inspect } = await import('node:util')
  for (const answer of [answerProblem('internal', 500), answerText('x', 'text/html', 404)]) {
    const { client } = setupFetch(answer)
    client.session.save(session)

    const error: unknown = await call(client, makeThing, { name: 'a' }).catch((thrown) => thrown)

    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(session.token)
  }
})

it.each(['session_expired', 'session_required'])('lets go of the session on %s', async (code) => {
  const { client } = setupFetch(answerProblem(code, 401))
  client.session.save(session)

  await expect(call(client, makeThing, { name: 'a' })).rejects.toMatchObject({ code })

  expect(client.session.load()).toBeUndefined()
})

it('keeps a session that was opened while the old one was being refused', async () => {
  const newer = { ...session, token: 'kbyt_cs_newer' }
  const { client } = setupFetch(() => {
    client.session.save(newer)
    return answerProblem('session_expired', 401)()
  })
  client.session.save(session)

  await expect(call(client, makeThing, { name: 'a' })).rejects.toThrow()

  expect(client.session.load()).toEqual(newer)
})

it('lets go of an officer token that is over', async () => {
  const { client } = setupFetch(answerProblem('session_expired', 401))
  client.officerToken.save('kbyt_os_secret')

  await expect(call(client, dropThing, {})).rejects.toThrow()

  expect(client.officerToken.load()).toBeUndefined()
})

it('uses the global fetch of the moment, so that a mock may come after the client', async () => {
  const client = createClient({ baseUrl: 'http://kbyt.test' })
  const fetch = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ name: 'a' }))

  expect(await call(client, readThing, { thingId: '1' })).toEqual({ name: 'a' })

  fetch.mockRestore()
})
