import type { LimitCount, LimitStore } from '../store/store.js'

/** So many within any span of this length, wherever the span begins. */
export interface SlidingLimit {
  readonly key: string
  readonly max: number
  readonly windowMs: number
}

/**
 * Counts one against a sliding limit: each of the `max` turns has a window of its own, so a turn comes
 * back exactly when what took it is `windowMs` old. A single window would let twice as many through
 * around its end. Answers how many turns are taken, `max + 1` when none was left.
 */
export async function takeTurn(
  limits: LimitStore,
  { key, max, windowMs }: SlidingLimit,
  nowMs: number,
): Promise<LimitCount> {
  let resetsAt = Number.POSITIVE_INFINITY
  for (let turn = 1; turn <= max; turn += 1) {
    const taken = await limits.hit(`${key}:${turn}`, windowMs, nowMs)
    if (taken.count === 1) return { count: turn, resetsAt: taken.resetsAt }
    resetsAt = Math.min(resetsAt, taken.resetsAt)
  }
  return { count: max + 1, resetsAt }
}
