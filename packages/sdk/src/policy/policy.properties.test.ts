import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Policy,
  type PolicyConditions,
  type PolicyDecision,
  type PolicyFacts,
  type PolicyRule,
  type PolicyStay,
  policyDecisionSchema,
  type Zone,
} from '../schema/policy.js'
import { comparePolicies, evaluatePolicy, measures } from './index.js'
import { locateStay } from './locate-stay.js'
import { label, now, policy } from './policy.setup.js'

// A small world, so that zones, stays and rules meet often: 2 provinces, 2 districts each, 2 wards each.
const digit = fc.constantFrom('1', '2')
const place = fc.record({ province: digit, district: digit, ward: digit }).map((at) => ({
  provinceCode: `0${at.province}`,
  districtCode: `0${at.province}${at.district}`,
  wardCode: `00${at.province}${at.district}${at.ward}`,
}))
const hamlet = fc.constantFrom('Thôn 1', 'Thôn 2')
const risk = fc.constantFrom('high', 'low')
const day = fc.integer({ min: 1, max: 28 }).map((it) => `2021-02-${String(it).padStart(2, '0')}`)
const time = day.map((date) => `${date}T06:00:00+07:00`)

const zone: fc.Arbitrary<Zone> = fc
  .record({ place, hamlet, risk, from: time, level: fc.nat(4) })
  .map(({ place: { provinceCode, districtCode, wardCode }, hamlet, risk, from, level }) => {
    const base = { id: 'zone', name: 'Vùng', riskLevel: risk, from, provinceCode }
    const ward = { ...base, districtCode, wardCode }
    if (level === 0) return { level: 'province', ...base }
    if (level === 1) return { level: 'district', ...base, districtCode }
    if (level === 2) return { level: 'ward', ...ward }
    if (level === 3) return { level: 'hamlet', ...ward, hamlet }
    return { level: 'point', ...ward, pointCode: `point-${wardCode}` }
  })

const answers = fc.record({ patient: fc.boolean(), other: fc.boolean() }, { requiredKeys: [] })
const conditions: fc.Arbitrary<PolicyConditions> = fc.record(
  {
    riskLevels: fc.uniqueArray(risk, { minLength: 1 }),
    daysSinceLeaving: fc.record({ min: fc.nat(5), max: fc.nat(20) }, { requiredKeys: [] }),
    symptoms: fc.constantFrom('any' as const, 'none' as const, ['fever']),
    contacts: answers,
    vehicles: fc.constant(['plane']),
    vaccinationDoses: fc.record({ min: fc.nat(2), max: fc.nat(3) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
const outcome = fc.record({
  measure: fc.constantFrom(...measures),
  days: fc.nat(21),
  testDays: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
})
const rule: fc.Arbitrary<PolicyRule> = fc
  .record({ conditions, outcome })
  .map(({ conditions, outcome }) => ({ id: 'rule', label, conditions, ...outcome }))

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    zones: fc.array(zone, { maxLength: 5 }),
    rules: fc.array(rule, { maxLength: 5 }),
    defaultMeasure: outcome,
    lookBackDays: fc.integer({ min: 5, max: 25 }),
  })
  .map((parts) => ({
    ...policy,
    ...parts,
    zones: parts.zones.map((it, index) => ({ ...it, id: `zone-${index}` })),
    rules: parts.rules.map((it, index) => ({ ...it, id: `rule-${index}` })),
  }))

const period = fc
  .tuple(day, day)
  .map((days) => days.toSorted())
  .map(([from = '', to = '']) => ({ from, to }))
const fullStay: fc.Arbitrary<PolicyStay> = fc
  .record({ place, hamlet, isAtPoint: fc.boolean(), days: period })
  .map(({ place, hamlet, isAtPoint, days: { from, to } }) => ({
    from,
    to,
    placesVersion: '2021-03',
    ...place,
    hamlet,
    isHamletListed: true,
    points: isAtPoint ? [`point-${place.wardCode}`] : [],
  }))
const fullFacts: fc.Arbitrary<PolicyFacts> = fc.record({
  stays: fc.array(fullStay, { maxLength: 4 }),
  symptoms: fc.uniqueArray(fc.constantFrom('fever', 'cough')),
  contacts: fc.record({ patient: fc.boolean(), other: fc.boolean() }),
  vehicle: fc.constantFrom('plane', 'coach'),
  vaccinationDoses: fc.nat(3),
})

const forget = <Value extends object>(
  value: Value,
  keys: readonly (keyof Value & string)[],
): Value => ({
  ...value,
  ...Object.fromEntries(keys.map((key) => [key, undefined])),
})
const forgottenFacts = fc.subarray([
  'stays',
  'symptoms',
  'contacts',
  'vehicle',
  'vaccinationDoses',
] as const)
const forgottenPlaces = fc.subarray([
  'placesVersion',
  'provinceCode',
  'districtCode',
  'wardCode',
  'hamlet',
  'isHamletListed',
  'points',
] as const)

/** A stay of which less is known: levels are missing, or the hamlet is in somebody's own words. */
const blurStay = (stay: PolicyStay, forgotten: readonly (keyof PolicyStay)[]): PolicyStay => {
  const isReworded = forgotten.includes('isHamletListed') && !forgotten.includes('hamlet')
  return { ...forget(stay, forgotten), ...(isReworded && { hamlet: 'gần chợ' }) }
}

const evaluate = (policy: Policy, facts: PolicyFacts) => evaluatePolicy(policy, facts, now)
const toAnswer = (decision: PolicyDecision) =>
  decision.measure === 'ask-officer'
    ? 'ask-officer'
    : `${decision.measure} ${decision.days} ${decision.testDates}`

/** The strictest above; an officer's decision stands above all: nothing is let through. */
const ranks = [...measures, 'ask-officer'] as const
const toRank = (decision: PolicyDecision) => ranks.indexOf(decision.measure)

const runs = { numRuns: 300 }

it('answers any person under any policy in the agreed shape', () => {
  fc.assert(
    fc.property(anyPolicy, fullFacts, forgottenFacts, (policy, facts, forgotten) => {
      const decision = evaluate(policy, forget(facts, forgotten))

      expect(policyDecisionSchema.parse(decision)).toEqual(decision)
    }),
    runs,
  )
})

it('decides everybody of whom all is known', () => {
  fc.assert(
    fc.property(anyPolicy, fullFacts, (policy, facts) => {
      expect(evaluate(policy, facts).measure).not.toBe('ask-officer')
    }),
    runs,
  )
})

it('finds a stay in the same zone or does not know when less is known of it', () => {
  fc.assert(
    fc.property(zone, fullStay, forgottenPlaces, (zone, stay, forgotten) => {
      const known = locateStay(stay, zone, '2021-03').holds
      const vague = locateStay(blurStay(stay, forgotten), zone, '2021-03').holds

      expect(known).not.toBe('unknown')
      expect([known, 'unknown']).toContain(vague)
    }),
    { numRuns: 5_000 },
  )
})

it('answers the same or asks an officer when less is known, never something else', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      fullFacts,
      forgottenFacts,
      fc.array(forgottenPlaces, { minLength: 4, maxLength: 4 }),
      (policy, facts, forgotten, forgottenOfStays) => {
        const stays = facts.stays?.map((stay, index) => blurStay(stay, forgottenOfStays[index]!))
        const less = { ...facts, stays }
        const least = forget(less, forgotten)
        const [known, vague, vaguest] = [facts, less, least].map((it) =>
          toAnswer(evaluate(policy, it)),
        )

        expect([known, 'ask-officer']).toContain(vague)
        expect([vague, 'ask-officer']).toContain(vaguest)
      },
    ),
    runs,
  )
})

it('never gets milder by a stricter rule that matches', () => {
  fc.assert(
    fc.property(anyPolicy, fullFacts, fc.nat(4), fc.nat(9), (policy, facts, raise, moreDays) => {
      const before = evaluate(policy, facts)
      const days = before.measure === 'ask-officer' ? 0 : before.days + moreDays
      const measure = measures[Math.min(toRank(before) + raise, 4)]!
      const added = { id: 'added', label, conditions: {}, measure, days, testDays: [] }
      const after = evaluate({ ...policy, rules: [...policy.rules, added] }, facts)

      expect(after).toMatchObject({ measure, days })
    }),
    runs,
  )
})

/** Matches everybody, so that the default measure, which gives way to any rule, is out of play. */
const always: PolicyRule = {
  id: 'always',
  label,
  conditions: {},
  measure: 'none',
  days: 0,
  testDays: [],
}

it('never gets milder by one more rule or stay, whatever is known', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      fc.record({ facts: fullFacts, forgotten: forgottenFacts }),
      rule,
      fullStay,
      (policy, { facts, forgotten }, added, stay) => {
        const rules = [always, ...policy.rules]
        const less = forget(facts, forgotten)
        const more = { ...less, stays: less.stays && [...less.stays, stay] }
        const before = evaluate({ ...policy, rules }, less)
        const withRule = evaluate({ ...policy, rules: [...rules, { ...added, id: 'added' }] }, less)
        const withStay = evaluate({ ...policy, rules }, more)
        fc.pre(before.measure !== 'ask-officer') // what is certain then, a new rule may settle

        expect(toRank(withRule)).toBeGreaterThanOrEqual(toRank(before))
        expect(toRank(withStay)).toBeGreaterThanOrEqual(toRank(before))
      },
    ),
    runs,
  )
})

it('does not mind the order of zones, rules and stays', () => {
  fc.assert(
    fc.property(anyPolicy, fullFacts, forgottenPlaces, (policy, facts, forgotten) => {
      const stays = facts.stays?.map((stay) => forget(stay, forgotten)) ?? []
      const turned = {
        ...policy,
        zones: policy.zones.toReversed(),
        rules: policy.rules.toReversed(),
      }
      const one = evaluate(policy, { ...facts, stays })
      const other = evaluate(turned, { ...facts, stays: stays.toReversed() })
      const toNames = ({ rules }: PolicyDecision) => rules.map(({ ruleId }) => ruleId)

      expect(toAnswer(one)).toBe(toAnswer(other))
      expect(toNames(one)).toEqual(toNames(other))
      expect(evaluate(turned, { ...facts, stays })).toEqual(one)
    }),
    runs,
  )
})

it('ends after the days it says, at midnight in Việt Nam', () => {
  const midnight = Date.parse('2021-03-02T17:00:00Z')
  fc.assert(
    fc.property(anyPolicy, fullFacts, fc.nat(86_399_999), (policy, facts, msOfDay) => {
      const decision = evaluatePolicy(policy, facts, midnight + msOfDay)
      fc.pre(decision.measure !== 'ask-officer')
      const { days, fromDate, endsAt } = decision

      expect(fromDate).toBe('2021-03-03')
      if (days > 0) expect(Date.parse(endsAt!) - midnight).toBe(days * 86_400_000)
    }),
    runs,
  )
})

it('counts everybody once when it compares', () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, fc.array(fullFacts, { maxLength: 10 }), (one, other, all) => {
      const people = all.map((facts, index) => ({ personId: `p${index}`, facts }))
      const { total, unchanged, changes } = comparePolicies(one, other, people, now)
      const changed = changes.flatMap(({ personIds }) => personIds)

      expect(total).toBe(people.length)
      expect(unchanged + changed.length).toBe(total)
      expect(new Set(changed).size).toBe(changed.length)
      expect(comparePolicies(one, one, people, now).changes).toEqual([])
    }),
    { numRuns: 100 },
  )
})
