import { readFileSync } from 'node:fs'
import type { Policy, PolicyFacts, PolicyRule, PolicyStay, Zone } from '../schema/policy.js'
import { parsePolicy } from './parse-policy.js'

/** One of the policies in packages/sdk/policies. */
export function readPolicy(version: string): Policy {
  const file = new URL(`../../policies/${version}.json`, import.meta.url)
  return parsePolicy(JSON.parse(readFileSync(file, 'utf8')))
}

export const label = { vi: 'Một', en: 'One' }
export const now = Date.parse('2021-03-03T01:00:00Z')

const zoneFacts = { name: 'Vùng', from: '2021-01-27T00:00:00+07:00', provinceCode: '30' }
export const provinceZone: Zone = {
  id: 'province',
  level: 'province',
  riskLevel: 'high',
  ...zoneFacts,
}
export const districtZone: Zone = {
  id: 'district',
  level: 'district',
  riskLevel: 'high',
  districtCode: '295',
  ...zoneFacts,
}
export const wardZone: Zone = { ...districtZone, id: 'ward', level: 'ward', wardCode: '10891' }
export const hamletZone: Zone = { ...wardZone, id: 'hamlet', level: 'hamlet', hamlet: 'Thôn Trụ' }
export const pointZone: Zone = { ...wardZone, id: 'point', level: 'point', pointCode: 'cho-ghe' }

/** Thị trấn Lai Cách, huyện Cẩm Giàng, Hải Dương: left the day before `now`. */
export const stay: PolicyStay = {
  from: '2021-02-20',
  to: '2021-03-02',
  placesVersion: '2021-03',
  provinceCode: '30',
  districtCode: '295',
  wardCode: '10891',
}

/** Known of in all but the hamlet and the points. */
export const facts: PolicyFacts = {
  stays: [stay],
  symptoms: [],
  contacts: { patient: false },
  vehicle: 'coach',
  purpose: 'work',
  vaccinationDoses: 0,
  groups: { recovered: false },
}

/** Fourteen days of central quarantine for whoever was in a zone of level `high`. */
export const rule: PolicyRule = {
  id: 'from-high',
  label,
  conditions: { riskLevels: ['high'] },
  measure: 'central-quarantine',
  days: 14,
  testDays: [1, 14],
}

export const policy: Policy = {
  version: 'test',
  label,
  validFrom: '2021-03-01T06:00:00+07:00',
  legalBasis: 'Thông báo 1',
  placesVersion: '2021-03',
  lookBackDays: 14,
  riskLevels: [
    { value: 'high', label },
    { value: 'low', label },
  ],
  zones: [provinceZone],
  rules: [rule],
  defaultMeasure: { measure: 'none', days: 0, testDays: [] },
  examples: [],
}
