import { describe, expect, it } from 'vitest'
import { states } from '#places-data'
import { findSuccessors, loadProvince } from './index.js'

const of2021 = (placesVersion: string, wardCode: string) => ({
  placesVersion,
  provinceCode: '46',
  wardCode,
})

async function findNames(placesVersion: string, wardCode: string, toVersion: string) {
  const hint = await findSuccessors(of2021(placesVersion, wardCode), { toVersion })
  return [hint?.kind, ...(hint?.successors.map((ward) => ward.name) ?? [])]
}

describe('from March to July 2021', () => {
  it.each([
    ['19747 Phú Bình', 'single', 'Phường Thuận Lộc'],
    ['19765 Thuận Thành', 'single', 'Phường Đông Ba'],
    ['19771 Phú Cát', 'single', 'Phường Gia Hội'],
    ['19756 Phú Hiệp', 'single', 'Phường Gia Hội'],
    ['19768 Phú Hòa', 'single', 'Phường Đông Ba'],
    ['19900 Thị trấn Thuận An', 'single', 'Phường Thuận An'],
    ['19744 Phú Thuận, divided', 'several', 'Phường Tây Lộc', 'Phường Thuận Hòa'],
    ['19801 An Cựu, unchanged', 'single', 'Phường An Cựu'],
  ])('knows what became of %s', async (ward, ...found) => {
    expect(await findNames('2021-03', ward.slice(0, 5), '2021-07')).toEqual(found)
  })
})

describe('to the units of July 2025', () => {
  it.each([
    ['2021-07', '19801 An Cựu', 'single', 'Phường An Cựu'],
    ['2021-07', '19750 Tây Lộc', 'single', 'Phường Phú Xuân'],
    ['2021-07', '19780 Phường Đúc', 'single', 'Phường Thuận Hóa'],
    ['2021-07', '19810 Hương Long', 'single', 'Phường Kim Long'],
    ['2021-07', '20110 Lăng Cô', 'single', 'Xã Chân Mây - Lăng Cô'],
    ['2021-07', '19822 Điền Hương, by its name alone', 'single', 'Phường Phong Phú'],
    ['2021-07', '19999 Hải Dương, gone before 2025', 'single', 'Phường Thuận An'],
    ['2021-03', '19924 Phú Thanh, gone before 2025', 'single', 'Phường Dương Nỗ'],
    ['2021-03', '19744 Phú Thuận, both parts in one ward', 'single', 'Phường Phú Xuân'],
    ['2021-03', '19771 Phú Cát, through Gia Hội', 'single', 'Phường Phú Xuân'],
  ])('leads from %s %s', async (version, ward, ...found) => {
    expect(await findNames(version, ward.slice(0, 5), '2025-07')).toEqual(found)
  })

  it('leads from every ward of Huế into Huế', async () => {
    const hue = await loadProvince('2021-03', '46')

    const hints = await Promise.all(
      hue!.wards.map(({ code }) => findSuccessors(of2021('2021-03', code))),
    )

    expect(hints.length).toBe(145)
    expect(hints.every((hint) => hint?.kind === 'single')).toBe(true)
    expect(new Set(hints.flatMap((hint) => hint!.successors.map((it) => it.code))).size).toBe(40)
  })

  it('says so when a ward was divided, and when none is known', async () => {
    const divided = { placesVersion: '2021-07', provinceCode: '79', wardCode: '26872' }
    const lost = { placesVersion: '2021-07', provinceCode: '31', wardCode: '11347' }

    expect((await findSuccessors(divided))?.kind).toBe('several')
    expect(await findSuccessors(lost)).toEqual({
      isHint: true,
      placesVersion: '2025-07',
      kind: 'unknown',
      successors: [],
    })
  })

  it('leads a ward of a merged province into the new one', async () => {
    const hint = await findSuccessors({
      placesVersion: '2021-03',
      provinceCode: '74',
      wardCode: '25942',
    })

    expect(hint?.successors).toEqual([
      {
        code: '25942',
        name: 'Phường Dĩ An',
        provinceCode: '79',
        provinceName: 'Thành phố Hồ Chí Minh',
      },
    ])
  })

  it('loses few wards, and knows that it knows few of the divided ones', async () => {
    const july = states.find(({ version }) => version === '2021-07')
    const moves = await Promise.all(Object.values(july!.loadSuccessors).map((load) => load()))

    const sizes = moves.flatMap(({ default: { wards } }) =>
      Object.values(wards).map((successors) => successors.length),
    )

    expect(sizes.filter((size) => size === 0).length).toBe(151)
    expect(sizes.filter((size) => size > 1).length).toBe(27)
  })
})

it('is a hint, and says so', async () => {
  expect((await findSuccessors(of2021('2021-03', '19801')))?.isHint).toBe(true)
})

it.each([
  ['1999-01', '46', '19801', '2025-07'],
  ['2021-03', '99', '19801', '2025-07'],
  ['2021-03', '46', '00000', '2025-07'],
  ['2021-03', '46', '__proto__', '2025-07'],
  ['2021-03', '__proto__', '19801', '2025-07'],
  ['2025-07', '46', '19815', '2025-07'],
  ['2025-07', '46', '19815', '2021-03'],
  ['2021-03', '46', '19801', '2030-01'],
])('knows no successor of %s/%s/%s in %s', async (placesVersion, provinceCode, wardCode, to) => {
  const old = { placesVersion, provinceCode, wardCode }

  expect(await findSuccessors(old, { toVersion: to })).toBeUndefined()
})
