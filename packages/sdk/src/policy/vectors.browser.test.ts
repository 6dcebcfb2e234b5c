import { expect, it } from 'vitest'
import { checkPolicy, evaluatePolicy, parsePolicy } from './index.js'
import { vectors } from './vectors.setup.js'

const policies = new Map(vectors.policies.map((policy) => [policy.version, parsePolicy(policy)]))

it.each(vectors.decisions)('decides in a browser the vector "$name"', (vector) => {
  const { policy, facts, at, decision } = vector

  expect(evaluatePolicy(policies.get(policy)!, facts, Date.parse(at))).toEqual(decision)
})

it.each(vectors.drafts)('finds in a browser what is wrong with "$name"', ({ draft, issues }) => {
  expect(checkPolicy(draft)).toEqual(issues)
})
