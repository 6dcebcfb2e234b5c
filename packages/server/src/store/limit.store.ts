/** Counters of rate limits. */
export interface LimitStore {
  /** Adds `points` to a fixed window of `windowMs` and returns its new count. */
  hit(key: string, windowMs: number, nowMs: number, points?: number): Promise<LimitCount>
  /** The count without adding to it. */
  peek(key: string, windowMs: number, nowMs: number): Promise<LimitCount>
}

/** How many in this window, and when the next begins. */
export interface LimitCount {
  readonly count: number
  readonly resetsAt: number
}
