import { expect, it } from 'vitest'
import { loadProvince, loadProvinces } from './index.js'

it('loads provinces one by one in a browser', async () => {
  const list = await loadProvinces('2025-07')
  const hue = await loadProvince('2021-03', '46')

  expect(list?.provinces.length).toBe(34)
  expect(hue?.wards.length).toBe(145)
  expect(await loadProvince('2021-03', '__proto__')).toBeUndefined()
})
