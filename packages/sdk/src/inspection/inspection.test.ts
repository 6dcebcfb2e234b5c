import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { getConfig } from '../config/get-config.js'
import {
  closeOfficerSession,
  getOfficerSession,
  inspect,
  inspectVenue,
  openOfficerSession,
  setOfficerDefaults,
  toOidcAddress,
} from './index.js'

const login = { username: 'ga-hue', password: 'mot-mat-khau-dai' }

async function setup() {
  const { mock, client } = setupMock()
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'checkpoint', areas: ['46'] })
  const { inspectionReasons, posts } = await getConfig(client)
  const defaults = { reason: inspectionReasons[0]!.value, post: posts[0]!.code }
  return { mock, client, defaults }
}

it('signs an officer in, keeps the token and signs out again', async () => {
  const { client } = await setup()

  const opened = await openOfficerSession(client, login)
  expect(client.officerToken.load()).toBe(opened.token)
  expect((await getOfficerSession(client)).officer).toEqual(opened.officer)

  await closeOfficerSession(client)
  expect(client.officerToken.load()).toBeUndefined()
  await expect(getOfficerSession(client)).rejects.toMatchObject({ code: 'session_required' })
})

it('takes no session for signed out', async () => {
  const { client } = await setup()

  await expect(closeOfficerSession(client)).resolves.toBeUndefined()
})

it('refuses a wrong password', async () => {
  const { client } = await setup()

  const opening = openOfficerSession(client, { ...login, password: 'sai' })

  await expect(opening).rejects.toMatchObject({ code: 'officer_login_failed' })
  expect(client.officerToken.load()).toBeUndefined()
})

it('keeps post and reason for the shift', async () => {
  const { client, defaults } = await setup()
  await openOfficerSession(client, login)

  await setOfficerDefaults(client, defaults)

  expect((await getOfficerSession(client)).officer.defaults).toEqual(defaults)
})

it('finds the same person by number and by QR', async () => {
  const { mock, client, defaults } = await setup()
  const filed = await mock.seed([{ fullName: 'Trần Văn An' }])
  const { person, pass } = filed.people[0]!
  await openOfficerSession(client, login)

  const queries = [
    { by: 'id-number' as const, idNumber: person.identityDocument.number },
    { by: 'qr' as const, qr: pass.text },
  ]
  for (const query of queries) {
    const { people } = await inspect(client, { kind: 'domestic', ...defaults, query })
    expect(people.map((each) => each.person.fullName)).toEqual(['Trần Văn An'])
  }
})

it('looks nobody up by nine zeros', async () => {
  const { client, defaults } = await setup()
  await openOfficerSession(client, login)

  const query = { by: 'id-number' as const, idNumber: '000 000 000' }
  const inspecting = inspect(client, { kind: 'domestic', ...defaults, query })

  await expect(inspecting).rejects.toMatchObject({ code: 'inspection_placeholder' })
})

it('sends a look-up once, whatever happens to the reply', async () => {
  const { mock, client, defaults } = await setup()
  await openOfficerSession(client, login)
  mock.faults.failNext('inspect', 1, 'lost-reply')

  const query = { by: 'phone' as const, phone: '0905123456' }
  const inspecting = inspect(client, { kind: 'domestic', ...defaults, query })

  await expect(inspecting).rejects.toMatchObject({ code: 'offline' })
})

it('looks a venue up with those who were there', async () => {
  const { client, defaults } = await setup()
  await openOfficerSession(client, login)

  const inspecting = inspectVenue(client, { venueCode: 'ABCDEFGH', ...defaults })

  await expect(inspecting).rejects.toMatchObject({ code: 'not_found' })
})

it('says where to go to sign in at the OpenID provider', () => {
  const address = toOidcAddress({ baseUrl: 'https://kbyt.example' }, '/kiemtra?tab=1')

  expect(address).toBe('https://kbyt.example/v1/officers/oidc/start?returnTo=%2Fkiemtra%3Ftab%3D1')
})
