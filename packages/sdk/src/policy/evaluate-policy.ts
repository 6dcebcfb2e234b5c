import type { Policy, PolicyDecision, PolicyFacts } from '../schema/policy.js'
import { isWithin } from './day-times.js'
import { decide } from './decide.js'
import { parseFacts } from './parse-facts.js'

/**
 * Says what a policy asks of a person: every rule that matches counts, the strictest measure wins,
 * within it the most days, and every test any of them asks for. The answer names the rules and
 * stays that led to it with their legal basis. Where missing facts could change the outcome, or the
 * policy is not in force at `nowMs`, it is `ask-officer`, never the default measure.
 *
 * Day 1 is the day of arrival (`facts.arrivedAt`, else the day of asking). All days are those of
 * Việt Nam whatever the machine's zone: the 14th ends there at midnight.
 *
 * @param policy - As {@link parsePolicy} returned it.
 * @param nowMs - The moment of asking, milliseconds since 1970.
 * @throws {KbytError} `input_invalid`: facts that cannot be, as a stay on 31 February; `issues` say where.
 * @example
 * import { evaluatePolicy, type Policy } from '@kbyt/sdk/policy'
 *
 * export function explain(policy: Policy) {
 *   const facts = { stays: [{ from: '2021-02-20', to: '2021-03-01', placesVersion: '2021-03', provinceCode: '30' }] }
 *   const decision = evaluatePolicy(policy, facts, Date.now())
 *   return decision.measure === 'ask-officer' ? decision.missing : decision.untilDate
 * }
 */
export function evaluatePolicy(policy: Policy, facts: PolicyFacts, nowMs: number): PolicyDecision {
  const known = parseFacts(facts)
  if (isWithin({ from: policy.validFrom, to: policy.validTo }, nowMs)) {
    return decide(policy, known, nowMs)
  }
  return {
    policyVersion: policy.version,
    measure: 'ask-officer',
    missing: [{ code: 'policy_not_in_force' }],
    rules: [],
    openRules: [],
    legalBasis: [policy.legalBasis],
  }
}
