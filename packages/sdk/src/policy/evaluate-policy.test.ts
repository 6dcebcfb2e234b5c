import { expect, it } from 'vitest'
import {
  type Policy,
  type PolicyFacts,
  type PolicyRule,
  type PolicyStay,
  policyDecisionSchema,
} from '../schema/policy.js'
import { evaluatePolicy, findPolicyInForce } from './index.js'
import {
  facts,
  hamletZone,
  label,
  now,
  pointZone,
  policy,
  provinceZone,
  rule,
  stay,
} from './policy.setup.js'

const make = (changes: Partial<PolicyRule>): PolicyRule => ({ ...rule, ...changes })
const evaluate = (rules: PolicyRule[], given: PolicyFacts = facts, at = now) =>
  evaluatePolicy({ ...policy, rules }, given, at)
const answer = (rules: PolicyRule[], given?: PolicyFacts) => {
  const decision = evaluate(rules, given)
  return decision.measure === 'ask-officer'
    ? decision.missing.map(({ code }) => code).join()
    : `${decision.measure} ${decision.days}`
}
const monitoring = make({
  id: 'all',
  conditions: {},
  measure: 'self-monitoring',
  days: 20,
  testDays: [2],
})

it('says measure, dates, rules, stays and legal basis', () => {
  const decision = evaluate([rule])

  expect(decision).toEqual({
    policyVersion: 'test',
    measure: 'central-quarantine',
    days: 14,
    testDays: [1, 14],
    fromDate: '2021-03-03',
    untilDate: '2021-03-16',
    endsAt: '2021-03-16T17:00:00.000Z',
    testDates: ['2021-03-03', '2021-03-16'],
    isDefault: false,
    rules: [
      {
        ruleId: 'from-high',
        measure: 'central-quarantine',
        days: 14,
        testDays: [1, 14],
        isDecisive: true,
        stays: [{ stay: 0, zoneIds: ['province'] }],
        legalBasis: ['Thông báo 1'],
      },
    ],
    legalBasis: ['Thông báo 1'],
  })
  expect(policyDecisionSchema.parse(decision)).toEqual(decision)
})

it('takes the default where no rule matches, with the policy as its basis', () => {
  const decision = evaluate([rule], { ...facts, stays: [] })

  expect(decision).toMatchObject({
    measure: 'none',
    days: 0,
    testDates: [],
    isDefault: true,
    legalBasis: ['Thông báo 1'],
  })
  expect(decision).not.toHaveProperty('untilDate')
})

it('lets the strictest measure win, lists the others, and asks for every test', () => {
  expect(evaluate([monitoring, rule])).toMatchObject({
    measure: 'central-quarantine',
    days: 14,
    testDates: ['2021-03-03', '2021-03-04', '2021-03-16'],
    rules: [
      { ruleId: 'from-high', isDecisive: true },
      { ruleId: 'all', isDecisive: false },
    ],
  })
})

it('lets the most days win within a measure', () => {
  expect(answer([rule, make({ id: 'longer', days: 21 }), make({ id: 'shorter', days: 7 })])).toBe(
    'central-quarantine 21',
  )
})

it('cites the basis of rule and zone before that of the policy', () => {
  const zones = [
    { ...provinceZone, legalBasis: 'Thông báo 3' },
    { ...provinceZone, id: 'again', legalBasis: 'Thông báo 2' },
  ]
  const rules = [make({ legalBasis: 'Quyết định 4' })]

  expect(evaluatePolicy({ ...policy, zones, rules }, facts, now)).toMatchObject({
    legalBasis: ['Quyết định 4', 'Thông báo 2', 'Thông báo 3'],
    rules: [{ stays: [{ zoneIds: ['again', 'province'] }] }],
  })
})

it('holds from its hour on and until its last', () => {
  const timed = { ...policy, validTo: '2021-03-10T12:00:00+07:00' }
  const at = (time: string) => evaluatePolicy(timed, facts, Date.parse(time)).measure

  expect(at('2021-03-01T05:59:59.999+07:00')).toBe('ask-officer')
  expect(at('2021-03-01T06:00:00+07:00')).toBe('central-quarantine')
  expect(at('2021-03-10T11:59:59.999+07:00')).toBe('central-quarantine')
  expect(at('2021-03-10T12:00:00+07:00')).toBe('ask-officer')
  expect(evaluatePolicy(timed, facts, 0)).toMatchObject({
    missing: [{ code: 'policy_not_in_force' }],
  })
})

it('finds the policy in force, not the one that waits for its hour', () => {
  const next = { ...policy, version: 'next', validFrom: '2021-03-04T00:00:00+07:00' }
  const find = (time: string) => findPolicyInForce([next, policy], Date.parse(time))?.version

  expect(find('2021-02-01T00:00:00+07:00')).toBeUndefined()
  expect(find('2021-03-03T23:59:59+07:00')).toBe('test')
  expect(find('2021-03-04T00:00:00+07:00')).toBe('next')
})

it.each([
  ['2021-03-03T16:59:59.999Z', '2021-03-03', '2021-03-16'],
  ['2021-03-03T17:00:00Z', '2021-03-04', '2021-03-17'],
])('counts from the day in Việt Nam: %s', (time, fromDate, untilDate) => {
  expect(evaluate([rule], facts, Date.parse(time))).toMatchObject({ fromDate, untilDate })
})

it('counts days and stays from the arrival where it is known', () => {
  const given = { ...facts, arrivedAt: '2021-03-02T23:30:00+07:00' }

  expect(evaluate([rule], given, Date.parse('2021-03-25T08:00:00Z'))).toMatchObject({
    fromDate: '2021-03-02',
    untilDate: '2021-03-15',
  })
})

it.each([
  ['2021-02-17', 'central-quarantine 14'],
  ['2021-02-16', 'none 0'],
  ['2021-03-09', 'central-quarantine 14'],
])('looks back 14 days: a stay until %s is %s', (to, expected) => {
  const stays = [{ ...stay, from: '2021-02-01', to }]

  expect(answer([rule], { ...facts, stays })).toBe(expected)
})

it('counts the days since leaving that a rule names, of one and the same stay', () => {
  const lately = [
    make({ conditions: { riskLevels: ['high'], daysSinceLeaving: { min: 3, max: 7 } } }),
  ]
  const until = (to: string): PolicyStay => ({ ...stay, to })
  const elsewhere = { ...until('2021-02-26'), provinceCode: '46' }

  expect(answer(lately, { ...facts, stays: [until('2021-02-28')] })).toBe('central-quarantine 14')
  expect(answer(lately, { ...facts, stays: [until('2021-02-23')] })).toBe('none 0')
  expect(answer(lately, { ...facts, stays: [until('2021-03-01'), elsewhere] })).toBe('none 0')
})

it('counts a stay only where it touches the time of the zone', () => {
  const zones = [
    { ...provinceZone, from: '2021-02-25T12:00:00+07:00', to: '2021-02-27T12:00:00+07:00' },
  ]
  const during = (from: string, to: string) =>
    evaluatePolicy({ ...policy, zones }, { ...facts, stays: [{ ...stay, from, to }] }, now).measure

  expect(during('2021-02-20', '2021-02-24')).toBe('none')
  expect(during('2021-02-20', '2021-02-25')).toBe('central-quarantine')
  expect(during('2021-02-27', '2021-02-28')).toBe('central-quarantine')
  expect(during('2021-02-28', '2021-03-01')).toBe('none')
})

it.each<[string, PolicyRule['conditions'], PolicyFacts, string]>([
  ['any sign', { symptoms: 'any' }, { symptoms: ['fever'] }, 'central-quarantine 14'],
  ['any sign', { symptoms: 'any' }, { symptoms: [] }, 'none 0'],
  ['any sign', { symptoms: 'any' }, { symptoms: undefined }, 'symptoms_unknown'],
  ['no sign', { symptoms: 'none' }, { symptoms: [] }, 'central-quarantine 14'],
  ['one sign', { symptoms: ['cough'] }, { symptoms: ['fever'] }, 'none 0'],
  [
    'contact',
    { contacts: { patient: true } },
    { contacts: { patient: true } },
    'central-quarantine 14',
  ],
  ['contact', { contacts: { patient: true } }, { contacts: {} }, 'contacts_unknown'],
  ['vehicle', { vehicles: ['coach', 'train'] }, {}, 'central-quarantine 14'],
  ['vehicle', { vehicles: ['plane'] }, {}, 'none 0'],
  ['vehicle', { vehicles: ['plane'] }, { vehicle: undefined }, 'vehicle_unknown'],
  ['purpose', { purposes: ['duty'] }, {}, 'none 0'],
  ['purpose', { purposes: ['duty'] }, { purpose: undefined }, 'purpose_unknown'],
  ['doses', { vaccinationDoses: { max: 1 } }, { vaccinationDoses: 1 }, 'central-quarantine 14'],
  ['doses', { vaccinationDoses: { min: 2 } }, { vaccinationDoses: 1 }, 'none 0'],
  [
    'doses',
    { vaccinationDoses: { min: 2 } },
    { vaccinationDoses: undefined },
    'vaccination_unknown',
  ],
  ['group', { groups: { recovered: false } }, {}, 'central-quarantine 14'],
  ['group', { groups: { recovered: true } }, {}, 'none 0'],
  ['group', { groups: { child: true } }, {}, 'groups_unknown'],
  ['stays', { riskLevels: ['high'] }, { stays: undefined }, 'stays_unknown'],
  ['stays', { riskLevels: ['high'] }, { stays: [], staysSince: '2021-02-18' }, 'stays_too_short'],
  ['stays', { riskLevels: ['high'] }, { stays: [], staysSince: '2021-02-17' }, 'none 0'],
  ['no zone', { riskLevels: ['low'] }, {}, 'none 0'],
  ['nothing', {}, { stays: undefined }, 'central-quarantine 14'],
])('judges a rule on %s: %j of %j is %s', (_, conditions, given, expected) => {
  expect(answer([make({ conditions })], { ...facts, ...given })).toBe(expected)
})

it.each([hamletZone, pointZone])(
  'asks an officer about a $level zone below what a pass knows',
  (zone) => {
    const decision = evaluatePolicy({ ...policy, zones: [zone] }, facts, now)

    expect(decision).toMatchObject({
      measure: 'ask-officer',
      missing: [{ stay: 0, zoneId: zone.id }],
      openRules: [{ ruleId: 'from-high', days: 14 }],
    })
  },
)

it('needs no officer where the missing fact changes nothing', () => {
  const mild = make({ id: 'mild', conditions: { vehicles: ['boat'] }, days: 7, testDays: [1] })

  expect(answer([rule, mild], { ...facts, vehicle: undefined })).toBe('central-quarantine 14')
})

it('says what is certain while an officer decides the rest', () => {
  const decision = evaluate([monitoring, rule], { ...facts, stays: undefined })

  expect(decision).toMatchObject({
    measure: 'ask-officer',
    atLeast: { measure: 'self-monitoring', days: 20 },
    rules: [{ ruleId: 'all' }],
  })
  expect(policyDecisionSchema.parse(decision)).toEqual(decision)
})

it('does not keep a strict default either while a milder rule may match', () => {
  const vaccinated = make({
    conditions: { vaccinationDoses: { min: 2 } },
    measure: 'none',
    days: 0,
  })
  const strict: Policy = {
    ...policy,
    rules: [vaccinated],
    defaultMeasure: { measure: 'home-quarantine', days: 14, testDays: [] },
  }
  const given = { ...facts, vaccinationDoses: undefined }
  const decision = evaluatePolicy(strict, given, now)

  expect(decision.measure).toBe('ask-officer')
  expect(decision).not.toHaveProperty('atLeast')
})

it.each<[string, PolicyFacts]>([
  ['stays.0.to date_impossible', { stays: [{ ...stay, to: '2021-02-31' }] }],
  ['stays.0.to date_order', { stays: [{ ...stay, to: '2021-02-19' }] }],
  ['arrivedAt invalid_format', { arrivedAt: '2021-03-03' }],
  ['vaccinationDoses too_short', { vaccinationDoses: -1 }],
])('refuses facts that cannot be: %s', (issue, given) => {
  const [path, code] = issue.split(' ')

  expect(() => evaluate([rule], given)).toThrow(
    expect.objectContaining({ code: 'input_invalid', issues: [{ path, code }] }),
  )
})

it('leaves policy and facts as they were', () => {
  const frozen = structuredClone({ policy, facts })

  evaluatePolicy(policy, facts, now)

  expect({ policy, facts }).toEqual(frozen)
  expect(label).toEqual({ vi: 'Một', en: 'One' })
})
