import { expect, it } from 'vitest'
import type { Policy, PolicyRule } from '../schema/policy.js'
import { checkPolicy, parsePolicy } from './index.js'
import { facts, policy, provinceZone, readPolicy, rule } from './policy.setup.js'

const example = {
  name: 'Từ Hải Dương',
  at: '2021-03-03T08:00:00+07:00',
  given: facts,
  expected: { measure: 'central-quarantine', days: 14 },
} as const
const draft: Policy = { ...policy, examples: [example] }
const find = (changes: object) =>
  checkPolicy({ ...draft, ...changes }).map(({ path, code }) => `${path} ${code}`)
const make = (changes: Partial<PolicyRule>): PolicyRule => ({ ...rule, id: 'second', ...changes })

it.each(['hue-2021-02-09', 'hue-2021-03-03', 'haiphong-2021-11-02'])(
  'finds nothing to say against %s',
  (version) => {
    expect(checkPolicy(readPolicy(version))).toEqual([])
  },
)

it('finds nothing against a good draft', () => {
  expect(checkPolicy(draft)).toEqual([])
})

it.each([
  ['validFrom required', { validFrom: undefined }],
  ['zones.0.level invalid_value', { zones: [{ ...provinceZone, level: 'country' }] }],
  ['rules.0.measure invalid_value', { rules: [{ ...rule, measure: 'prison' }] }],
  ['rules.0.conditions unknown_key', { rules: [{ ...rule, conditions: { age: 60 } }] }],
  ['zones.0.provinceCode invalid_format', { zones: [{ ...provinceZone, provinceCode: 'HD' }] }],
  ['validTo period_order', { validTo: policy.validFrom }],
  ['riskLevels.2.value id_twice', { riskLevels: [...policy.riskLevels, policy.riskLevels[0]] }],
  ['zones.1.id id_twice', { zones: [provinceZone, provinceZone] }],
  ['zones.0.riskLevel risk_level_unknown', { zones: [{ ...provinceZone, riskLevel: 'hihg' }] }],
  ['zones.0.to period_order', { zones: [{ ...provinceZone, to: provinceZone.from }] }],
  ['rules.1.id id_twice', { rules: [rule, rule] }],
  [
    'rules.0.conditions.riskLevels risk_level_unknown',
    { rules: [{ ...rule, conditions: { riskLevels: ['hihg'] } }] },
  ],
  ['rules.0.days measure_days_missing', { rules: [{ ...rule, days: 0 }] }],
  ['defaultMeasure.days measure_days_unused', { defaultMeasure: { ...rule, measure: 'none' } }],
  [
    'rules.0.testDays test_days_missing',
    { rules: [{ ...rule, measure: 'test-only', days: 0, testDays: [] }] },
  ],
  ['rules.0.testDays test_day_twice', { rules: [{ ...rule, testDays: [1, 1] }] }],
  [
    'rules.0.conditions.vaccinationDoses range_order',
    { rules: [{ ...rule, conditions: { vaccinationDoses: { min: 2, max: 1 } } }] },
  ],
  [
    'examples.0.expected example_differs',
    { examples: [{ ...example, expected: { measure: 'central-quarantine', days: 21 } }] },
  ],
  [
    'examples.0.expected example_differs',
    { examples: [{ ...example, expected: { measure: 'ask-officer' } }] },
  ],
  [
    'examples.0.expected example_differs',
    { examples: [{ ...example, expected: { ...example.expected, testDates: ['2021-03-03'] } }] },
  ],
])('stops publishing: %s', (issue, changes) => {
  const found = checkPolicy({ ...draft, ...changes })

  expect(found.map(({ path, code }) => `${path} ${code}`)).toContain(issue)
  expect(found.some(({ severity }) => severity === 'error')).toBe(true)
})

it.each([
  ['examples examples_missing', { examples: [] }],
  ['rules.1 rule_unreachable', { rules: [rule, make({ conditions: { riskLevels: ['low'] } })] }],
  [
    'rules.1 rule_unreachable',
    { rules: [rule, make({ conditions: { daysSinceLeaving: { min: 15 } } })] },
  ],
  [
    'rules.1 rule_without_example',
    { rules: [rule, make({ conditions: { vehicles: ['boat'] }, days: 21 })] },
  ],
  ['rules.1 rules_contradict', { rules: [rule, make({ days: 21 })] }],
  ['rules.1 rule_without_effect', { rules: [rule, make({})] }],
  [
    'rules.1 rule_without_effect',
    {
      rules: [
        rule,
        make({ conditions: { riskLevels: ['high'], symptoms: 'any' }, days: 7, testDays: [] }),
      ],
    },
  ],
  [
    'zones.1.riskLevel zones_contradict',
    { zones: [provinceZone, { ...provinceZone, id: 'again', riskLevel: 'low' }] },
  ],
  [
    'zones.1.to zone_never_counts',
    { zones: [provinceZone, { ...provinceZone, id: 'old', to: '2021-02-01T00:00:00+07:00' }] },
  ],
])('warns: %s', (issue, changes) => {
  const found = checkPolicy({ ...draft, ...changes })

  expect(found).toContainEqual(
    expect.objectContaining({
      path: issue.split(' ')[0],
      code: issue.split(' ')[1],
      severity: 'warning',
    }),
  )
})

it.each<[string, PolicyRule['conditions'], PolicyRule['conditions']]>([
  ['fewer signs', { symptoms: ['fever'] }, { symptoms: 'any' }],
  ['fewer signs', { symptoms: ['fever'] }, { symptoms: ['fever', 'cough'] }],
  ['more answers', { contacts: { patient: true, other: false } }, { contacts: { patient: true } }],
  ['fewer doses', { vaccinationDoses: { max: 1 } }, { vaccinationDoses: { max: 2 } }],
  ['fewer days', { daysSinceLeaving: { max: 3 } }, { daysSinceLeaving: {} }],
  ['a zone', { riskLevels: ['high'] }, { daysSinceLeaving: {} }],
])('sees that a rule for %s lies within a wider one', (_, narrow, wide) => {
  const rules = [make({ conditions: wide }), { ...rule, conditions: narrow }]

  expect(find({ rules })).toContain('rules.1 rule_without_effect')
  expect(find({ rules: rules.toReversed() })).toContain('rules.0 rule_without_effect')
})

it.each<[PolicyRule['conditions'], PolicyRule['conditions']]>([
  [{ symptoms: 'none' }, { symptoms: 'any' }],
  [{ symptoms: 'none' }, { symptoms: ['fever'] }],
  [{ symptoms: 'any' }, { symptoms: ['fever'] }],
  [{}, { vaccinationDoses: { min: 0 } }],
  [{ vehicles: ['boat'] }, { purposes: ['duty'] }],
  [{ groups: { child: true } }, { groups: { child: false } }],
])('does not take %j to lie within %j', (one, other) => {
  const rules = [make({ conditions: other }), { ...rule, conditions: one }]

  expect(find({ rules }).join()).not.toMatch(/rules.1 rule(?:_without_effect|s_contradict)/)
})

it('compares words with what the forms can answer, where that is known', () => {
  const rules = [make({ conditions: { vehicles: ['plain'], symptoms: ['fever'] } })]
  const known = { vehicles: ['plane'], symptoms: ['fever'] }

  expect(checkPolicy({ ...draft, rules }, { known })).toContainEqual({
    severity: 'error',
    path: 'rules.0.conditions.vehicles',
    code: 'option_unknown',
  })
  expect(checkPolicy({ ...draft, rules })).not.toContainEqual(
    expect.objectContaining({ code: 'option_unknown' }),
  )
})

it.each([[undefined], [null], [7], ['policy'], [[]], [{}]])(
  'takes %j and names what is missing',
  (value) => {
    expect(checkPolicy(value).every(({ severity }) => severity === 'error')).toBe(true)
    expect(checkPolicy(value)).not.toEqual([])
    expect(() => parsePolicy(value)).toThrow(expect.objectContaining({ code: 'input_invalid' }))
  },
)

it('keeps a policy with fields of a later version, but no condition it does not know', () => {
  expect(parsePolicy({ ...draft, colour: 'red' })).toEqual(draft)
  expect(() => parsePolicy({ ...draft, rules: [{ ...rule, conditions: { age: {} } }] })).toThrow(
    expect.objectContaining({ issues: [{ path: 'rules.0.conditions', code: 'unknown_key' }] }),
  )
})
