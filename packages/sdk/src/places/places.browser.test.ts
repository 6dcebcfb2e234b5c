import { expect, it } from 'vitest'
import { loadPlacesIndex, loadProvince, loadProvinces, searchPlaces } from './index.js'

it('loads provinces one by one in a browser', async () => {
  const list = await loadProvinces('2025-07')
  const hue = await loadProvince('2021-03', '46')

  expect(list?.provinces.length).toBe(34)
  expect(hue?.wards.length).toBe(145)
  expect(await loadProvince('2021-03', '__proto__')).toBeUndefined()
})

it('finds in a browser what is typed', async () => {
  const index = await loadPlacesIndex('2021-03')

  expect(searchPlaces(index!, 'p an cuu, tp huees')[0]?.name).toBe('Phường An Cựu')
})
