// Evaluates vectors/policy.json on the sources and prints the machine's zone and what differs:
// TZ=America/Los_Angeles node packages/sdk/scripts/check-policy-vectors.mjs
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import '../../../scripts/typescript-sources.mjs'

const { checkPolicy, comparePolicies, evaluatePolicy } = await import('../src/policy/index.ts')

const file = new URL('../vectors/policy.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8'))
const policies = new Map(vectors.policies.map((policy) => [policy.version, policy]))

const answers = [
  ...vectors.decisions.map(({ name, policy, at, facts, decision }) => {
    const answer = evaluatePolicy(policies.get(policy), facts, Date.parse(at))
    return { name, isSame: isDeepStrictEqual(answer, decision) }
  }),
  ...vectors.drafts.map(({ name, draft, issues }) => ({
    name,
    isSame: isDeepStrictEqual(checkPolicy(draft), issues),
  })),
  ...vectors.comparisons.map(({ name, old, new: next, at, people, comparison }) => {
    const answer = comparePolicies(policies.get(old), policies.get(next), people, Date.parse(at))
    return { name, isSame: isDeepStrictEqual(answer, comparison) }
  }),
]
console.log(
  JSON.stringify({
    minutesFromUtc: -new Date('2021-03-03T00:00:00Z').getTimezoneOffset(),
    checked: answers.length,
    differing: answers.filter(({ isSame }) => !isSame).map(({ name }) => name),
  }),
)
