import type { Policy } from '../schema/policy.js'
import { isWithin } from './day-times.js'

/**
 * Finds the policy in force at an instant: of those whose time it is, the one that began last. A
 * policy published early waits for its hour; the one before it holds until then.
 *
 * @param policies - In the order they were published.
 * @param instantMs - Milliseconds since 1970.
 * @example
 * import { evaluatePolicy, findPolicyInForce, type Policy } from '@kbyt/sdk/policy'
 *
 * export function decide(published: Policy[], now: number) {
 *   const policy = findPolicyInForce(published, now)
 *   return policy && evaluatePolicy(policy, {}, now)
 * }
 */
export function findPolicyInForce<Dated extends Pick<Policy, 'validFrom' | 'validTo'>>(
  policies: readonly Dated[],
  instantMs: number,
): Dated | undefined {
  return policies
    .filter(({ validFrom: from, validTo: to }) => isWithin({ from, to }, instantMs))
    .sort((one, other) => Date.parse(one.validFrom) - Date.parse(other.validFrom))
    .at(-1)
}
