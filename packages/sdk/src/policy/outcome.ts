import { measures, type PolicyOutcome } from '../schema/policy.js'

const toRank = ({ measure }: PolicyOutcome) => measures.indexOf(measure)

/** Sorts the strictest first: by measure, then by days. */
export function compareStrictness(one: PolicyOutcome, other: PolicyOutcome): number {
  return toRank(other) - toRank(one) || other.days - one.days
}

/**
 * What several matching rules ask together: the strictest measure, the most days asked for it, and
 * every test that any of them asks for. The order of the rules does not matter.
 */
export function combineOutcomes(
  first: PolicyOutcome,
  others: readonly PolicyOutcome[],
): PolicyOutcome {
  const all = [first, ...others]
  const [strictest = first] = [...all].sort(compareStrictness)
  const testDays = [...new Set(all.flatMap((outcome) => outcome.testDays))]
  return {
    measure: strictest.measure,
    days: strictest.days,
    testDays: testDays.sort((one, other) => one - other),
  }
}

/** Whether two outcomes ask the same of a person. */
export function isSameOutcome(one: PolicyOutcome, other: PolicyOutcome): boolean {
  const isSameMeasure = one.measure === other.measure && one.days === other.days
  return isSameMeasure && one.testDays.join() === other.testDays.join()
}
