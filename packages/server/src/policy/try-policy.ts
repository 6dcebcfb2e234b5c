import { comparePolicies, type PolicyComparison, type PolicyPerson } from '@kbyt/sdk/policy'
import type { Policy, PolicyDryRun } from '@kbyt/sdk/schema'

/** People to try a policy on, some at a time: other requests are answered in between. */
export type PeopleInBatches = (nowMs: number) => AsyncIterable<readonly PolicyPerson[]>

type Change = PolicyDryRun['changes'][number]
type Result = Pick<PolicyDryRun, 'total' | 'unchanged' | 'changes'>

/** Counts who would change from what to what if `draft` took the place of `current`. */
export async function tryPolicy(
  policies: { readonly current: Policy; readonly draft: Policy },
  people: AsyncIterable<readonly PolicyPerson[]>,
  nowMs: number,
): Promise<Result> {
  const { current, draft } = policies
  let result: Result = { total: 0, unchanged: 0, changes: [] }
  for await (const batch of people) {
    result = add(result, comparePolicies(current, draft, batch, nowMs))
  }
  return result
}

function add(sum: Result, { total, unchanged, changes }: PolicyComparison): Result {
  const counts = new Map(sum.changes.map((change) => [toKey(change), change]))
  for (const { from, to, count } of changes) {
    const sides = { from: { ...from }, to: { ...to } }
    const known = counts.get(toKey(sides))?.count ?? 0
    counts.set(toKey(sides), { ...sides, count: known + count })
  }
  return {
    total: sum.total + total,
    unchanged: sum.unchanged + unchanged,
    changes: [...counts.values()].sort(
      (one, other) => other.count - one.count || (toKey(one) < toKey(other) ? -1 : 1),
    ),
  }
}

function toKey({ from, to }: Pick<Change, 'from' | 'to'>): string {
  return [from.measure, from.days, to.measure, to.days].join(' ')
}
