const tickMs = 50
/** How much of the next figure is the newest measurement; the rest is what was before. */
const weight = 0.2

/** How late this process is with its work, in milliseconds. */
export interface EventLoopLag {
  readMs(): number
  stop(): void
}

/** Measures how late a timer comes, smoothed, so that one long step is not called an overload. */
export function measureEventLoopLag(): EventLoopLag {
  let expectedAt = performance.now() + tickMs
  let lagMs = 0
  const timer = setInterval(() => {
    const late = Math.max(0, performance.now() - expectedAt)
    lagMs += weight * (late - lagMs)
    expectedAt = performance.now() + tickMs
  }, tickMs).unref()
  return { readMs: () => lagMs, stop: () => clearInterval(timer) }
}
