import { expect, it } from 'vitest'
import type { PolicyStay, Zone } from '../schema/policy.js'
import { locateStay } from './locate-stay.js'
import {
  districtZone,
  hamletZone,
  pointZone,
  provinceZone,
  stay,
  wardZone,
} from './policy.setup.js'

function locate(zone: typeof provinceZone, changes: Partial<PolicyStay> = {}) {
  const { holds, missing } = locateStay({ ...stay, ...changes }, zone, '2021-03')
  return holds === 'unknown' ? missing.map(({ code }) => code).join() : holds
}

it.each([provinceZone, districtZone, wardZone])('finds a ward inside a $level zone', (zone) => {
  expect(locate(zone)).toBe('yes')
})

it.each([
  [provinceZone, { provinceCode: '46' }],
  [districtZone, { districtCode: '290' }],
  [wardZone, { wardCode: '10936' }],
  [wardZone, { wardCode: undefined, districtCode: '290' }],
  [wardZone, { wardCode: undefined, districtCode: undefined, provinceCode: '46' }],
  [hamletZone, { wardCode: '10936' }],
  [pointZone, { wardCode: '10936' }],
])('rules a $level zone out as soon as one unit differs', (zone, changes) => {
  expect(locate(zone, changes)).toBe('no')
})

it.each([
  [provinceZone, { provinceCode: undefined }],
  [districtZone, { districtCode: undefined }],
  [wardZone, { wardCode: undefined }],
  [hamletZone, {}],
  [hamletZone, { wardCode: undefined, hamlet: 'Thôn Trụ' }],
  [pointZone, { wardCode: undefined, points: [] }],
])('does not know a $level zone below the level known of the stay', (zone, changes) => {
  expect(locate(zone, changes)).toBe('stay_level_unknown')
})

it('reads a hamlet whatever its case, blanks and normal form', () => {
  expect(locate(hamletZone, { hamlet: ' thôn  trụ '.normalize('NFD') })).toBe('yes')
})

it('takes another hamlet for another only when it comes from the list', () => {
  expect(locate(hamletZone, { hamlet: 'Thôn Hoàng', isHamletListed: true })).toBe('no')
  expect(locate(hamletZone, { hamlet: 'Thôn Hoàng' })).toBe('stay_hamlet_free_text')
})

it('knows a point only where the points were asked for', () => {
  expect(locate(pointZone, { points: ['cho-ghe'] })).toBe('yes')
  expect(locate(pointZone, { points: ['cho-khac'] })).toBe('no')
  expect(locate(pointZone, { points: [] })).toBe('no')
  expect(locate(pointZone)).toBe('stay_points_unknown')
})

it('rules no point out for somebody whose hamlet is in their own words', () => {
  const freeText = { hamlet: 'gần chợ', points: [] }

  expect(locate(pointZone, freeText)).toBe('stay_hamlet_free_text')
  expect(locate(pointZone, { ...freeText, isHamletListed: true })).toBe('no')
  expect(locate(pointZone, { ...freeText, points: ['cho-ghe'] })).toBe('yes')
})

it('compares no codes of other administrative units', () => {
  expect(locate(provinceZone, { placesVersion: '2025-07', provinceCode: '46' })).toBe(
    'stay_units_differ',
  )
  expect(locate(provinceZone, { placesVersion: undefined })).toBe('stay_units_differ')
})

it('cannot say anything of a stay abroad', () => {
  expect(locate(provinceZone, { countryCode: 'LA' })).toBe('stay_abroad')
  expect(locate(provinceZone, { countryCode: 'VN' })).toBe('yes')
})

it('finds a ward that has no district', () => {
  const zone: Zone = {
    id: 'hue',
    level: 'ward',
    name: 'Phường Thuận Hóa',
    riskLevel: 'high',
    from: '2025-07-01T00:00:00+07:00',
    provinceCode: '46',
    wardCode: '19789',
  }
  const there = { ...zone, from: '2026-01-01', to: '2026-01-02', placesVersion: '2025-07' }

  expect(locateStay(there, zone, '2025-07').holds).toBe('yes')
  expect(locateStay({ ...there, wardCode: undefined }, zone, '2025-07').holds).toBe('unknown')
})
