import { expect, it } from 'vitest'
import { send, setup, signInOfficer } from '../backend.setup.js'

const path = '/v1/officers/sessions'
const right = { username: 'ga-hue', password: 'mot-mat-khau-dai' }

async function setupOfficer() {
  const backend = await setup({ isStrict: false })
  const { officerId } = await backend.addOfficer()
  const signIn = async (credentials: object = right) =>
    (await send(backend, 'POST', path, credentials)).status
  const list = async () => {
    const rows = await backend.store.audit.findRows('main', 1, 100)
    return rows.map(({ officerId: by, action, outcome }) => [by, action, outcome])
  }
  return { backend, officerId, signIn, list }
}

it('records who came in, who was refused by which name, and who went', async () => {
  const { backend, signIn, list, officerId } = await setupOfficer()

  await signIn({ ...right, password: 'etwas-anderes-da' })
  await signIn({ ...right, username: 'khong-ai' })
  await signIn()
  const { headers, officer } = await signInOfficer(backend)
  await send(backend, 'DELETE', `${path}/current`, undefined, headers)
  const rows = await backend.store.audit.findRows('main', 1, 100)

  expect(await list()).toEqual([
    [null, 'sign-in', 'refused'],
    [null, 'sign-in', 'refused'],
    [officerId, 'sign-in', 'opened'],
    [officer.officerId, 'sign-in', 'opened'],
    [officer.officerId, 'sign-out', 'ended'],
  ])
  expect(rows[0]?.subjectIndex).not.toBe(rows[1]?.subjectIndex)
  expect(JSON.stringify(rows)).not.toMatch(/ga-hue|khong-ai/)
})

it('lets nobody in who cannot be recorded, and everybody out', async () => {
  const { backend, signIn } = await setupOfficer()
  const { headers } = await signInOfficer(backend)
  backend.store.audit.append = () => Promise.reject(new Error('full'))

  const refused = await signIn()
  const out = await send(backend, 'DELETE', `${path}/current`, undefined, headers)
  const after = await send(backend, 'GET', `${path}/current`, undefined, headers)

  expect([refused, out.status, after.status]).toEqual([503, 204, 401])
})

it('counts what is beyond the limit instead of writing it down', async () => {
  const { signIn, list } = await setupOfficer()

  const answers = []
  for (let count = 0; count < 12; count += 1) {
    answers.push(await signIn({ ...right, password: 'etwas-anderes-da' }))
  }

  expect(answers.slice(-2)).toEqual([429, 429])
  expect(await list()).toHaveLength(10)
})
