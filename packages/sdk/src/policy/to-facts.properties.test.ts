import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../schema/calendar-date.js'
import { journey, thao } from '../schema/declaration.setup.js'
import type { Journey, JourneyStay } from '../schema/journey.js'
import type {
  Policy,
  PolicyConditions,
  PolicyDecision,
  PolicyRule,
  Zone,
} from '../schema/policy.js'
import { toEntryFacts } from '../schema/to-entry-facts.js'
import { findParents, wards } from './facts.setup.js'
import { evaluatePolicy, measures, toPassPolicyFacts, toPolicyFacts } from './index.js'
import { label, policy } from './policy.setup.js'

const declaredOn = '2021-03-03'
const declaredAtMs = Date.parse(`${declaredOn}T12:00:00+07:00`)
const dayMs = 86_400_000
const options = {
  declaredAtMs,
  config: { provinceCode: '46', limits: { lookBackDays: 14 } },
  findParents,
}

const place = fc.record({
  ward: fc.constantFrom(...wards),
  hamlet: fc.constantFrom('Thôn 1', 'Thôn 2'),
  isHamletListed: fc.constant(true),
  isAtPoint: fc.boolean(),
})
const flatPlace = place.map(({ ward, isAtPoint, ...below }) => ({
  placesVersion: '2021-03',
  ...ward,
  ...below,
  points: isAtPoint ? [`point-${ward.wardCode}`] : [],
}))

/** Days around the declaration, up to the arrival. */
const anyJourney: fc.Arbitrary<Journey> = fc
  .record({
    arrival: fc.integer({ min: -5, max: 20 }),
    wayDays: fc.nat(3),
    origin: flatPlace,
    stays: fc.array(fc.record({ at: flatPlace, before: fc.nat(30), length: fc.nat(12) }), {
      maxLength: 5,
    }),
    vehicle: fc.constantFrom('plane' as const, 'coach' as const),
  })
  .map(({ arrival, wayDays, origin, stays, vehicle }) => {
    const arrivedOn = addDays(declaredOn, arrival)
    return {
      ...journey,
      origin,
      vehicle,
      departureAt: `${addDays(arrivedOn, -wayDays)}T06:00:00+07:00`,
      arrivalAt: `${arrivedOn}T20:00:00+07:00`,
      stays: stays.map(({ at, before, length }): JourneyStay => {
        const to = addDays(arrivedOn, -before)
        return { ...at, from: addDays(to, -length), to }
      }),
    }
  })

const time = fc
  .integer({ min: -30, max: 20 })
  .map((days) => `${addDays(declaredOn, days)}T06:00:00+07:00`)
const zone: fc.Arbitrary<Zone> = fc
  .record({
    at: flatPlace,
    risk: fc.constantFrom('high', 'low'),
    from: time,
    to: time,
    level: fc.nat(4),
  })
  .map(({ at, risk, from, to, level }) => {
    const { provinceCode, districtCode = '', wardCode, hamlet } = at
    const base = {
      id: 'zone',
      name: 'Vùng',
      riskLevel: risk,
      from,
      ...(to > from && { to }),
      provinceCode,
    }
    const ward = { ...base, districtCode, wardCode }
    if (level === 0) return { level: 'province', ...base }
    if (level === 1) return { level: 'district', ...base, districtCode }
    if (level === 2) return { level: 'ward', ...ward }
    if (level === 3) return { level: 'hamlet', ...ward, hamlet }
    return { level: 'point', ...ward, pointCode: `point-${wardCode}` }
  })
const outcome = fc.record({
  measure: fc.constantFrom(...measures),
  days: fc.nat(21),
  testDays: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 2 }),
})
const conditions: fc.Arbitrary<PolicyConditions> = fc.record(
  {
    riskLevels: fc.uniqueArray(fc.constantFrom('high', 'low'), { minLength: 1 }),
    daysSinceLeaving: fc.record({ min: fc.nat(9), max: fc.nat(24) }, { requiredKeys: [] }),
    vehicles: fc.constant(['plane']),
  },
  { requiredKeys: ['riskLevels'] },
)
const rule: fc.Arbitrary<PolicyRule> = fc
  .record({ conditions, outcome })
  .map(({ conditions, outcome }) => ({ id: 'rule', label, conditions, ...outcome }))
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    zones: fc.array(zone, { minLength: 1, maxLength: 5 }),
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    defaultMeasure: outcome,
    lookBackDays: fc.integer({ min: 5, max: 25 }),
  })
  .map((parts) => ({
    ...policy,
    ...parts,
    validFrom: '2021-01-01T00:00:00+07:00',
    zones: parts.zones.map((it, index) => ({ ...it, id: `zone-${index}` })),
    rules: parts.rules.map((it, index) => ({ ...it, id: `rule-${index}` })),
  }))

const toAnswer = (decision: PolicyDecision) =>
  decision.measure === 'ask-officer'
    ? 'ask-officer'
    : `${decision.measure} ${decision.days} ${decision.testDates}`
/** 40,000 under `KBYT_LONG=1`, which is what `pnpm test:long` sets. */
const runs = { numRuns: process.env.KBYT_LONG === '1' ? 40_000 : 500 }
const timeout = 600_000

/** The answers to the whole declaration and to what a pass keeps of it. */
function decideBoth(policy: Policy, journey: Journey, laterDays: number) {
  const arrivedAtMs = Math.max(Date.parse(journey.arrivalAt) + laterDays * dayMs, declaredAtMs)
  const arrivedAt = new Date(arrivedAtMs).toISOString()
  const said = toEntryFacts({ journey, recentPlaces: [] }, declaredAtMs)
  const pass = { declaredAt: new Date(declaredAtMs).toISOString(), ...said }
  const whole = toPolicyFacts({ ...thao, journey }, { ...options, arrivedAt })
  const part = toPassPolicyFacts(pass, { arrivedAtMs, lookBackDays: 14, findParents })
  return [whole, part].map((facts) => toAnswer(evaluatePolicy(policy, facts, arrivedAtMs)))
}

it('answers a pass as the declaration behind it, or asks an officer', { timeout }, () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyPolicy, anyJourney, fc.nat(3), (policy, journey, laterDays) => {
      const [whole = '', part = ''] = decideBoth(policy, journey, laterDays)

      expect([whole, 'ask-officer']).toContain(part)
      seen.add(part === 'ask-officer' ? part : 'decided')
    }),
    runs,
  )

  expect(seen).toEqual(new Set(['decided', 'ask-officer']))
})

const forgotten = fc.subarray(['districtCode', 'wardCode', 'hamlet', 'isHamletListed', 'points'])
const forget = <Place extends object>(at: Place, keys: readonly string[]): Place => ({
  ...at,
  ...Object.fromEntries(keys.map((key) => [key, undefined])),
})
const decide = (policy: Policy, said: Journey, lookUp = findParents) =>
  toAnswer(
    evaluatePolicy(
      policy,
      toPolicyFacts({ ...thao, journey: said }, { ...options, findParents: lookUp }),
      declaredAtMs,
    ),
  )

it('answers the same or asks an officer when a declaration says less of its places', {
  timeout,
}, () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyJourney,
      fc.tuple(forgotten, forgotten),
      (policy, whole, [ofOrigin, ofStays]) => {
        const less = {
          ...whole,
          origin: forget(whole.origin, ofOrigin),
          stays: whole.stays.map((stay) => forget(stay, ofStays)),
        }

        expect([decide(policy, whole), 'ask-officer']).toContain(decide(policy, less))
      },
    ),
    runs,
  )
})

it('answers the same or asks an officer when a ward cannot be looked up', { timeout }, () => {
  fc.assert(
    fc.property(anyPolicy, anyJourney, fc.constantFrom(...wards), (policy, whole, lost) => {
      const answer = decide(policy, whole, (version, code) =>
        code === lost.wardCode ? undefined : findParents(version, code),
      )

      expect([decide(policy, whole), 'ask-officer']).toContain(answer)
    }),
    runs,
  )
})
