import { expect, it } from 'vitest'
import { hasWards } from '../schema/has-wards.js'
import { provinceListSchema, provinceSchema } from '../schema/places.js'
import {
  findPlacesVersion,
  loadPlacesIndex,
  loadProvince,
  loadProvinces,
  placesVersions,
} from './index.js'

async function loadAll(version: string) {
  const list = await loadProvinces(version)
  const codes = list?.provinces.map((province) => province.code) ?? []
  return Promise.all(codes.map(async (code) => (await loadProvince(version, code))!))
}

it.each([
  ['2021-03', 63, 705, 10_603],
  ['2021-07', 63, 705, 10_599],
  ['2025-07', 34, 0, 3_321],
])('holds all units of %s', async (version, provinceCount, districtCount, wardCount) => {
  const provinces = await loadAll(version)

  const wards = provinces.flatMap((province) => province.wards)
  expect(provinces.length).toBe(provinceCount)
  expect(provinces.flatMap((province) => province.districts).length).toBe(districtCount)
  expect(wards.length).toBe(wardCount)
  expect(new Set(wards.map((ward) => ward.code)).size).toBe(wardCount)
})

it.each([
  ['2021-03', 9, 145],
  ['2021-07', 9, 141],
  ['2025-07', 0, 40],
])('holds Huế as it was in %s', async (version, districtCount, wardCount) => {
  const hue = await loadProvince(version, '46')

  expect(hue?.districts.length).toBe(districtCount)
  expect(hue?.wards.length).toBe(wardCount)
})

it('gives each district of Huế its wards of March 2021', async () => {
  const hue = await loadProvince('2021-03', '46')

  const countWards = (code: string) =>
    hue!.wards.filter((ward) => ward.districtCode === code).length
  const sizes = hue!.districts.map(({ code }) => `${code}: ${countWards(code)}`).sort()
  expect(sizes).toEqual(
    '474: 27,476: 16,477: 11,478: 19,479: 12,480: 15,481: 18,482: 17,483: 10'
      .split(',')
      .map((size) => size.trim()),
  )
})

it('knows the wards that 1 July 2021 changed', async () => {
  const [before, after] = [await loadProvince('2021-03', '46'), await loadProvince('2021-07', '46')]

  expect(before?.wards).toContainEqual({
    code: '19756',
    name: 'Phường Phú Hiệp',
    districtCode: '474',
  })
  expect(after?.wards).toContainEqual({
    code: '19756',
    name: 'Phường Gia Hội',
    districtCode: '474',
  })
  expect(before?.wards).toContainEqual({
    code: '19900',
    name: 'Thị trấn Thuận An',
    districtCode: '478',
  })
  expect(after?.wards.some((ward) => ward.code === '19744')).toBe(false)
})

it('keeps every unit in the shape of the contract, under a name with its type', async () => {
  const types = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) \S/
  for (const { version } of placesVersions) {
    provinceListSchema.parse(await loadProvinces(version))
    for (const province of await loadAll(version)) {
      provinceSchema.parse(province)
      for (const unit of [province, ...province.districts, ...province.wards])
        expect(unit.name).toMatch(types)
    }
  }
})

it('puts every ward into a district of its own province, and none where there are none', async () => {
  for (const { version } of placesVersions)
    for (const { districts, wards } of await loadAll(version)) {
      const codes = new Set<string | undefined>(districts.map((district) => district.code))
      const isPlaced = (code: string | undefined) =>
        districts.length === 0 ? code === undefined : codes.has(code)
      expect(wards.every((ward) => isPlaced(ward.districtCode))).toBe(true)
    }
})

it('knows the five island districts that have no wards', async () => {
  const districts = (await loadAll('2021-03')).flatMap((province) =>
    province.districts.filter(({ code }) => !hasWards(province, code)),
  )

  expect(districts.map(({ code, name }) => `${code} ${name}`).sort()).toEqual([
    '318 Huyện Bạch Long Vĩ',
    '471 Huyện Cồn Cỏ',
    '498 Huyện Hoàng Sa',
    '536 Huyện Lý Sơn',
    '755 Huyện Côn Đảo',
  ])
})

it('asks for a ward in every province without districts', async () => {
  const provinces = await loadAll('2025-07')

  expect(provinces.every((province) => hasWards(province, undefined))).toBe(true)
})

it('sorts as Vietnamese do', async () => {
  const collator = new Intl.Collator('vi', { numeric: true })
  const list = await loadProvinces('2021-03')
  const hue = await loadProvince('2021-03', '46')

  for (const units of [list!.provinces, hue!.districts, hue!.wards]) {
    const names = units.map((unit) => unit.name)
    expect(names).toEqual(names.toSorted(collator.compare))
  }
})

it.each([
  ['2021-02-28', undefined],
  ['2021-03-01', '2021-03'],
  ['2021-06-30', '2021-03'],
  ['2021-07-01', '2021-07'],
  ['2025-06-30', '2021-07'],
  ['2025-07-01', '2025-07'],
  ['2026-11-23', '2025-07'],
])('finds on %s the units of %s', (date, version) => {
  expect(findPlacesVersion(date)?.version).toBe(version)
})

it.each([
  ['1999-01', '46'],
  ['2021-03', '47'],
  ['2021-03', 'toString'],
  ['2021-03', '__proto__'],
  ['__proto__', '46'],
  ['2025-07', ''],
])('knows no province %s/%s', async (version, code) => {
  expect(await loadProvince(version, code)).toBeUndefined()
})

it('knows no list of a version that never was', async () => {
  expect(await loadProvinces('2020-01')).toBeUndefined()
})

it('hands out data that a caller may change', async () => {
  const hue = await loadProvince('2021-03', '46')
  hue!.wards.length = 0

  expect((await loadProvince('2021-03', '46'))?.wards.length).toBe(145)
})

it.each([
  ['loadProvinces', (signal: AbortSignal) => loadProvinces('2021-03', { signal })],
  ['loadProvince', (signal: AbortSignal) => loadProvince('2021-03', '46', { signal })],
  ['loadPlacesIndex', (signal: AbortSignal) => loadPlacesIndex('2021-03', { signal })],
])('%s rejects with the reason of an abort, before and while it loads', async (_name, load) => {
  const leaving = new AbortController()
  const reason = new Error('the page was left')

  const loading = load(leaving.signal)
  leaving.abort(reason)

  await expect(loading).rejects.toBe(reason)
  await expect(load(leaving.signal)).rejects.toBe(reason)
})
