import { describe, expect, it } from 'vitest'
import type { PolicyConditions } from '../schema/policy.js'
import { evaluatePolicy } from './index.js'
import { facts, now, policy, provinceZone, rule, stay } from './policy.setup.js'

describe('a stay whose days are not all known', () => {
  const open = { ...stay, from: '2021-02-20', to: '2021-02-23', toLatest: '2021-03-01' }
  const decideIn = (conditions: Partial<PolicyConditions>, from = provinceZone.from) =>
    evaluatePolicy(
      {
        ...policy,
        zones: [{ ...provinceZone, from }],
        rules: [{ ...rule, conditions: { ...rule.conditions, ...conditions } }],
      },
      { ...facts, stays: [open] },
      now,
    )

  it.each([
    ['every last day is within reach', { max: 8 }, 'central-quarantine'],
    ['some are', { max: 5 }, 'ask-officer'],
    ['the first of them are', { min: 3 }, 'ask-officer'],
    ['none is', { max: 1 }, 'none'],
  ])('is judged when %s', (_, daysSinceLeaving, measure) => {
    expect(decideIn({ daysSinceLeaving }).measure).toBe(measure)
  })

  it('may or may not have touched a zone that began after the last day known', () => {
    expect(decideIn({}, '2021-02-24T00:00:00+07:00')).toMatchObject({
      measure: 'ask-officer',
      missing: [{ code: 'stay_days_unknown', stay: 0 }],
    })
    expect(decideIn({}, '2021-03-02T00:00:00+07:00').measure).toBe('none')
  })

  it('is refused when its bounds contradict each other', () => {
    const stays = [{ ...open, toLatest: '2021-02-22' }]

    expect(() => evaluatePolicy(policy, { stays }, now)).toThrow(
      expect.objectContaining({ code: 'input_invalid' }),
    )
  })
})
