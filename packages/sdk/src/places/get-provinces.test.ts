import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { getConfig } from '../config/get-config.js'
import { getProvince } from './get-province.js'
import { getProvinces } from './get-provinces.js'

it("gets the portal's own province, its districts and wards", async () => {
  const { client } = setupMock()
  const { placesVersion: version, provinceCode: code } = await getConfig(client)

  const { provinces } = await getProvinces(client, { version })
  const province = await getProvince(client, { version, code })

  expect(provinces.map((each) => each.code)).toContain(code)
  expect(province.districts.length).toBeGreaterThan(0)
  expect(province.wards.length).toBeGreaterThan(100)
})

it('knows no version and no province that does not exist', async () => {
  const { client } = setupMock()

  const answers = await Promise.allSettled([
    getProvinces(client, { version: '1999-01' }),
    getProvince(client, { version: '2021-03', code: '99' }),
  ])

  const notFound = { status: 'rejected', reason: { code: 'not_found' } }
  expect(answers).toMatchObject([notFound, notFound])
})

it('asks for nothing outside the path it is meant for', async () => {
  const { client } = setupMock()

  const calling = getProvince(client, { version: '2021-03', code: '../46' })

  await expect(calling).rejects.toMatchObject({ code: 'input_invalid' })
})
