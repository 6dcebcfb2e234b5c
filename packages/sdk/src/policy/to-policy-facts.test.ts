import { expect, it } from 'vitest'
import { entryDeclarationSchema } from '../schema/declaration.js'
import { entry, journey, thao } from '../schema/declaration.setup.js'
import type { Journey, JourneyPlace, JourneyStay } from '../schema/journey.js'
import { policyFactsSchema } from '../schema/policy.js'
import { findParents } from './facts.setup.js'
import { evaluatePolicy, type ToPolicyFactsOptions, toPolicyFacts } from './index.js'
import { readPolicy } from './policy.setup.js'

const declaredAtMs = Date.parse('2021-03-03T12:00:00+07:00')
const options: ToPolicyFactsOptions = {
  declaredAtMs,
  config: { provinceCode: '46', limits: { lookBackDays: 14 } },
  findParents,
}
const hue = readPolicy('hue-2021-03-03')

const capLai: JourneyPlace = {
  placesVersion: '2021-03',
  provinceCode: '30',
  districtCode: '295',
  wardCode: '10891',
  hamlet: 'Khu 1',
}
const stayAt = (place: JourneyPlace, from = '2021-02-25', to = '2021-03-02'): JourneyStay => ({
  ...place,
  from,
  to,
})
const factsOf = (changes: Partial<Journey>, more: Partial<ToPolicyFactsOptions> = {}) =>
  toPolicyFacts({ ...thao, journey: { ...journey, ...changes } }, { ...options, ...more })
const decide = (changes: Partial<Journey>) =>
  evaluatePolicy(hue, factsOf(changes), Date.parse('2021-03-05T12:00:00+07:00'))

it('tells of an entry declaration all that a policy may ask', () => {
  expect(toPolicyFacts({ ...thao, journey }, options)).toEqual({
    arrivedAt: journey.arrivalAt,
    stays: [
      {
        placesVersion: '2021-03',
        provinceCode: '01',
        districtCode: '001',
        wardCode: '00001',
        hamlet: 'Tổ 12',
        from: '2021-02-20',
        to: '2021-03-04',
      },
      { ...journey.origin, from: '2021-03-04', to: '2021-03-04' },
    ],
    staysSince: '2021-02-17',
    symptoms: [],
    contacts: { case: false, abroad: false },
    vehicle: 'train',
    purpose: 'home-visit',
  })
})

it('leaves what no form asks unknown', () => {
  const { vaccinationDoses, groups } = factsOf({})

  expect([vaccinationDoses, groups]).toEqual([undefined, undefined])
  expect(
    toPolicyFacts({ ...thao, health: { ...thao.health, isPregnant: false } }, options).groups,
  ).toEqual({ pregnant: false })
})

it('takes the origin for a stay on the day of departure in Việt Nam', () => {
  const days = { from: '2021-03-04', to: '2021-03-04' }

  expect(factsOf({ origin: capLai, departureAt: '2021-03-03T17:00:00Z' }).stays).toContainEqual({
    ...capLai,
    ...days,
  })
})

it('looks the district up where only the ward was said', () => {
  const { districtCode: _, ...ward } = capLai

  expect(factsOf({ stays: [stayAt(ward)] }).stays).toContainEqual({
    ...capLai,
    from: '2021-02-25',
    to: '2021-03-02',
  })
})

it.each<[string, Partial<JourneyPlace>]>([
  ['a ward nobody knows', { wardCode: '99999' }],
  ['a ward of another district', { districtCode: '290' }],
  ['a ward of another province', { provinceCode: '46', districtCode: undefined }],
  ['units of another date', { placesVersion: '2025-07' }],
  ['a province nobody knows', { provinceCode: '99', districtCode: undefined, wardCode: undefined }],
])('has an officer asked of %s, and never lets it pass for elsewhere', (_, changes) => {
  const decision = decide({ stays: [stayAt({ ...capLai, ...changes })] })

  expect(decision).toMatchObject({
    measure: 'ask-officer',
    missing: [{ code: 'stay_units_differ', stay: 1 }],
  })
})

it('keeps what is certain beside a place nobody knows', () => {
  const unknown = stayAt({ ...capLai, wardCode: '99999' })

  expect(decide({ stays: [unknown, stayAt(capLai)] })).toMatchObject({
    measure: 'central-quarantine',
    days: 14,
    untilDate: '2021-03-18',
  })
})

it.each<[string, Partial<JourneyPlace>, string]>([
  ['free text', { hamlet: 'gần chợ' }, 'ask-officer'],
  ['the name of the zone as free text', { hamlet: 'thôn 2' }, 'central-quarantine'],
  ['another hamlet of the list', { hamlet: 'Thôn 1', isHamletListed: true }, 'none'],
  ['the hamlet of the list', { hamlet: 'Thôn 2', isHamletListed: true }, 'central-quarantine'],
])('decides in a ward with a hamlet zone by %s', (_, said, measure) => {
  const ngocHoi = { placesVersion: '2021-03', provinceCode: '01', wardCode: '00673', ...said }

  expect(decide({ stays: [stayAt(ngocHoi)] }).measure).toBe(measure)
})

it.each<[string, Partial<JourneyPlace>, string]>([
  ['nobody asked', { hamlet: 'Tổ 1', isHamletListed: true }, 'ask-officer'],
  ['none of them', { hamlet: 'Tổ 1', isHamletListed: true, points: [] }, 'none'],
  ['none of them, in a hamlet as free text', { hamlet: 'gần chợ', points: [] }, 'ask-officer'],
  ['the point', { points: ['cho-vi-du'] }, 'central-quarantine'],
])('decides in a ward with a point zone by %s', (_, said, measure) => {
  const thanhBinh = { placesVersion: '2021-03', provinceCode: '48', wardCode: '20227', ...said }

  expect(decide({ stays: [stayAt(thanhBinh)] }).measure).toBe(measure)
})

it('adds the provinces and countries that no stay tells', () => {
  const days = { from: '2021-02-20', to: '2021-02-22' }
  const recentPlaces = [
    { level: 'province', code: '01', ...days } as const,
    { level: 'province', code: '30', ...days } as const,
    { level: 'country', code: 'LA', ...days } as const,
  ]

  expect(toPolicyFacts({ ...thao, recentPlaces, journey }, options).stays?.slice(2)).toEqual([
    { placesVersion: '2021-03', provinceCode: '30', ...days },
    { countryCode: 'LA', ...days },
  ])
})

it('counts from the real arrival; who came late may have left late', () => {
  const arrivedAt = '2021-03-09T08:00:00+07:00'
  const late = factsOf({}, { arrivedAt })
  const { arrivedAt: sooner, stays } = factsOf({}, { arrivedAt: '2021-03-04T08:00:00+07:00' })

  expect(late.arrivedAt).toBe(arrivedAt)
  const left = { to: '2021-03-04', toLatest: '2021-03-09' }
  expect(late.stays).toMatchObject([left, left])
  expect(sooner).toBe('2021-03-04T08:00:00+07:00')
  expect(stays?.[0]).not.toHaveProperty('toLatest')
})

it('does not know of a domestic declaration where in the own province somebody was', () => {
  const recentPlaces = [
    { level: 'province', code: '01', from: '2021-02-20', to: '2021-02-22' } as const,
  ]
  const zone = { ...hue.zones[2]!, level: 'ward', provinceCode: '46', districtCode: '474' } as const
  const facts = toPolicyFacts({ ...thao, recentPlaces }, options)
  const measureIn = (wardCode: string) =>
    evaluatePolicy({ ...hue, zones: [{ ...zone, wardCode }] }, facts, declaredAtMs).measure

  expect(facts.stays).toEqual([
    expect.objectContaining({ wardCode: '19789', from: '2021-03-03', to: '2021-03-03' }),
    { placesVersion: '2021-03', provinceCode: '46', from: '2021-02-17', to: '2021-03-03' },
    { placesVersion: '2021-03', provinceCode: '01', from: '2021-02-20', to: '2021-02-22' },
  ])
  expect([measureIn('19789'), measureIn('19753')]).toEqual(['central-quarantine', 'ask-officer'])
})

it('tells of a declaration that the schema took facts that the policy takes', () => {
  const { people, journey: sent } = entryDeclarationSchema.parse(entry)

  for (const declared of people) {
    const facts = toPolicyFacts({ ...declared, journey: sent }, options)
    expect(policyFactsSchema.parse(facts)).toEqual(facts)
  }
})
