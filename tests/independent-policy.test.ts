import { expect, it } from 'vitest'
import vectors from '../packages/sdk/vectors/policy.json' with { type: 'json' }
import { decide } from './independent-policy.mjs'

const policies = new Map(vectors.policies.map((policy) => [policy.version, policy]))

it.each(vectors.decisions)('an evaluator that shares no code decides alike: $name', (vector) => {
  const { policy, facts, at, decision } = vector
  const { measure, days, testDates, untilDate } = decision
  const answer = decide(policies.get(policy), facts, Date.parse(at))

  expect(answer).toEqual(
    measure === 'ask-officer' ? { measure } : { measure, days, testDates, untilDate },
  )
})
