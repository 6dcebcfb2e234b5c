import { createClient, findDeclarations, requestOtp, verifyOtp } from '@kbyt/sdk'
import { getOfficerSession, openOfficerSession } from '@kbyt/sdk/inspection'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setupMockWorker } from './browser.js'
import { createMock } from './create-mock.js'

const mock = createMock()
const worker = setupMockWorker(mock)
beforeAll(async () => {
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
})
afterAll(() => worker.stop())

it('answers the page through the service worker, on its own origin and on another', async () => {
  await mock.seed([{ fullName: 'Trần Văn An' }])

  const origins = [location.origin, 'https://kbyt.example']
  const found = []
  for (const baseUrl of origins) {
    const client = createClient({ baseUrl })
    const { challengeId } = await requestOtp(client, { phone: '0905123456' })
    await verifyOtp(client, { challengeId, code: mock.inbox.lastCode('0905123456') })
    found.push((await findDeclarations(client)).declarations.length)
  }

  expect(found).toEqual([1, 1])
})

it('keeps an officer signed in as a cookie would', async () => {
  const login = { username: 'canbo', password: 'mat-khau-thu' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'checkpoint', areas: ['46'] })
  await openOfficerSession(createClient({ baseUrl: location.origin }), login)

  const another = await getOfficerSession(createClient({ baseUrl: location.origin }))

  expect(another).toMatchObject({ officer: { username: 'canbo' } })
  expect(another.token).toBeUndefined()
})

it('breaks the network when told to', async () => {
  const client = createClient({ baseUrl: location.origin, timeoutMs: 2_000 })
  mock.faults.failNext('requestOtp', 10, 'network')

  const call = requestOtp(client, { phone: '0914000111' })

  await expect(call).rejects.toMatchObject({ code: expect.stringMatching(/offline|timed_out/) })
  mock.faults.clear()
})
