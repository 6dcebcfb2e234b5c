import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { createClient } from '../index.js'
import { openOfficerSession } from '../inspection/index.js'
import { closePoint, createPoint, findPoints, getPoint } from './index.js'

it('sets a declaration point up, shows it to everybody, and closes it', async () => {
  const { mock, client } = setupMock()
  const password = 'mot-mat-khau-dai'
  const officer = { displayName: 'UBND phường', role: 'ward', areas: ['19777'] } as const
  await mock.app.addOfficer({ ...officer, username: 'vy-da', password })
  const anybody = createClient({ baseUrl: client.baseUrl, fetch: mock.app.request })
  await openOfficerSession(client, { username: 'vy-da', password })

  const point = await createPoint(client, {
    name: 'Trạm y tế phường Vỹ Dạ',
    address: {
      placesVersion: '2021-03',
      provinceCode: '46',
      districtCode: '474',
      wardCode: '19777',
    },
  })
  const { pointCode, name } = point
  const shown = await getPoint(anybody, { pointCode })
  const listed = await findPoints(client, {})
  await closePoint(client, { pointCode })

  expect([shown.name, listed]).toEqual([name, { points: [point] }])
  await expect(getPoint(anybody, { pointCode })).rejects.toMatchObject({ code: 'not_found' })
})
