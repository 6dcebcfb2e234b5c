import {
  createClient,
  findDeclarations,
  getConfig,
  requestOtp,
  submitDeclaration,
  verifyOtp,
} from '@kbyt/sdk'
import { inspect, openOfficerSession } from '@kbyt/sdk/inspection'
import { declarationSchema } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { createMock } from './create-mock.js'

const baseUrl = 'http://kbyt.test'
const phone = '0905123456'

function setup() {
  const mock = createMock({ baseUrl })
  const client = createClient({ baseUrl, fetch: mock.app.request, timeoutMs: 5_000 })
  const signIn = async () => {
    const { challengeId } = await requestOtp(client, { phone })
    await verifyOtp(client, { challengeId, code: mock.inbox.lastCode(phone) })
  }
  return { mock, client, signIn }
}

it('keeps every message in the inbox, in the order sent', async () => {
  const { mock, client } = setup()

  await requestOtp(client, { phone })
  await requestOtp(client, { phone: '0914 000 111' })

  expect(mock.inbox.messages().map(({ to }) => to)).toEqual(['+84905123456', '+84914000111'])
  expect(mock.inbox.messages()[0]?.text).toContain(mock.inbox.lastCode('+84905123456'))
})

it('says whose code is missing', () => {
  const { mock } = setup()

  expect(() => mock.inbox.lastCode(phone)).toThrow('No code was sent to 0905123456')
})

it('lets a code run out when the clock moves', async () => {
  const { mock, client } = setup()
  const { challengeId } = await requestOtp(client, { phone })
  mock.clock.advance(5 * 60_000)

  const late = verifyOtp(client, { challengeId, code: mock.inbox.lastCode(phone) })

  await expect(late).rejects.toMatchObject({ code: 'otp_expired' })
})

it('files what is seeded through the real API', async () => {
  const { mock, client, signIn } = setup()
  const filed = await mock.seed([
    { fullName: 'Trần Văn An', symptoms: ['cough'] },
    {
      fullName: 'Trần Thị Bé',
      bornOn: '2019',
      identityDocument: { type: 'child', number: '000000000' },
    },
  ])
  await signIn()

  const { declarations } = await findDeclarations(client)

  expect(declarations).toEqual([filed])
  expect(filed.people.map(({ relation }) => relation)).toEqual(['self', 'child'])
  expect(new Set(filed.people.map(({ pass }) => pass.text)).size).toBe(2)
})

it('fails an endpoint as often as asked, with the code asked for', async () => {
  const { mock, client } = setup()
  mock.faults.failNext('verifyOtp', 1, 'otp_used')
  const { challengeId } = await requestOtp(client, { phone })
  const verification = { challengeId, code: mock.inbox.lastCode(phone) }

  await expect(verifyOtp(client, verification)).rejects.toMatchObject({ code: 'otp_used' })
  await expect(verifyOtp(client, verification)).resolves.toMatchObject({ phone: '+84905123456' })
})

it('carries a call out whose reply it loses', async () => {
  const { mock, client, signIn } = setup()
  const { people, consents } = await mock.seed([{ fullName: 'Trần Văn An' }], {
    phone: '0914000111',
  })
  const declared = declarationSchema.parse({ kind: 'domestic', people, consents })
  await signIn()
  mock.faults.failNext('submitDeclaration', 10, 'lost-reply')

  const lost = submitDeclaration(client, declared)

  await expect(lost).rejects.toMatchObject({ code: expect.stringMatching(/offline|timed_out/) })
  mock.faults.clear()
  expect((await findDeclarations(client)).declarations).toHaveLength(1)
})

it('answers later when there is latency', async () => {
  const { mock, client } = setup()
  await getConfig(client)
  mock.faults.latency(80)
  const started = performance.now()

  await getConfig(client)

  expect(performance.now() - started).toBeGreaterThanOrEqual(75)
})

it('knows no more paths than the backend', async () => {
  const { mock } = setup()

  const response = await mock.app.request('/v1/nothing')

  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'not_found' })
})

it('lets an officer look up whom was seeded', async () => {
  const { mock, client } = setup()
  const { people } = await mock.seed([{ fullName: 'Trần Văn An' }])
  const { inspectionReasons, posts } = await getConfig(client)
  const login = { username: 'canbo', password: 'mat-khau-thu' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'checkpoint', areas: ['46'] })
  await openOfficerSession(client, login)

  const inspection = await inspect(client, {
    kind: 'domestic',
    reason: inspectionReasons[0]!.value,
    post: posts[0]!.code,
    query: { by: 'id-number', idNumber: people[0]!.person.identityDocument.number },
  })

  expect(inspection.people.map(({ person }) => person.fullName)).toEqual(['Trần Văn An'])
})

it('keeps an officer of a page signed in without showing the page a token', async () => {
  const mock = createMock({ baseUrl, origin: 'http://portal.test' })
  const login = { username: 'canbo', password: 'mat-khau-thu' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'checkpoint', areas: ['46'] })
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } }

  const opened = await mock.app.request('/v1/officers/sessions', {
    ...post,
    body: JSON.stringify(login),
  })
  const current = await mock.app.request('/v1/officers/sessions/current')

  expect(await opened.json()).not.toHaveProperty('token')
  expect(await current.json()).toMatchObject({ officer: { username: 'canbo' } })
})
