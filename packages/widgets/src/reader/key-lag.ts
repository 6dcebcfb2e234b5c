/** Keys that a busy machine hands on late come for as long as it lags. */
const longestLagMs = 5_000

/** How much later than the quickest of its run the newest key arrived. */
export interface KeyLag {
  readonly ms: number
  /** @param at - When the key was pressed, in the time of `performance.now()`. */
  measure(at: number, isFirst: boolean): void
}

export function createKeyLag(): KeyLag {
  let leastDelayMs = 0
  let ms = 0
  return {
    get ms() {
      return ms
    },
    measure(at, isFirst) {
      const delayMs = performance.now() - at
      leastDelayMs = isFirst ? delayMs : Math.min(leastDelayMs, delayMs)
      ms = Math.min(longestLagMs, delayMs - leastDelayMs)
    },
  }
}
