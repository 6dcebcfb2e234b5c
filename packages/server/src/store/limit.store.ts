/** Counters of rate limits. */
export interface LimitStore {
  /** Adds `points` to a fixed window of `windowMs` and returns its new count. */
  hit(key: string, windowMs: number, nowMs: number, points?: number): Promise<LimitCount>
  /** The same for several windows in one step; no two are of one key and length. */
  hitAll(hits: readonly LimitHit[], nowMs: number): Promise<LimitCount[]>
  /** The count without adding to it. */
  peek(key: string, windowMs: number, nowMs: number): Promise<LimitCount>
}

/** What is to be added to one window. */
export interface LimitHit {
  readonly key: string
  /** Milliseconds from the first hit to the next window. */
  readonly windowMs: number
  readonly points: number
}

/** How many in this window, and when the next begins. */
export interface LimitCount {
  readonly count: number
  readonly resetsAt: number
}
