import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { openOfficerSession } from '../officer/open-officer-session.js'
import { getHamlets } from './get-hamlets.js'
import { setHamlets } from './set-hamlets.js'

const ward = '19777'

async function setupWardOfficer() {
  const { mock, client } = setupMock()
  const login = { username: 'phuong.vyda', password: 'mot-mat-khau-dai' }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'ward', areas: [ward] })
  await openOfficerSession(client, login)
  return client
}

it('shows the hamlets that a ward officer entered', async () => {
  const client = await setupWardOfficer()

  const before = await getHamlets(client, { ward })
  const set = await setHamlets(client, { ward, hamlets: [{ name: 'Tổ dân phố 5' }] })

  expect(before.hamlets).toEqual([])
  expect(set.hamlets.map(({ name }) => name)).toEqual(['Tổ dân phố 5'])
  expect(await getHamlets(client, { ward, version: set.version })).toEqual(set)
})

it('sends no list that the server would refuse', async () => {
  const client = await setupWardOfficer()

  const setting = setHamlets(client, { ward, hamlets: [{ name: 'Tổ 5' }, { name: 'tổ 5' }] })

  await expect(setting).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [{ path: 'hamlets', code: 'hamlet_twice' }],
  })
})

it('lets an officer change no other ward', async () => {
  const client = await setupWardOfficer()

  const setting = setHamlets(client, { ward: '19801', hamlets: [] })

  await expect(setting).rejects.toMatchObject({ code: 'forbidden' })
})

it('asks for no ward but by its code', async () => {
  const client = await setupWardOfficer()

  await expect(getHamlets(client, { ward: 'Vỹ Dạ' })).rejects.toMatchObject({
    code: 'input_invalid',
  })
})
