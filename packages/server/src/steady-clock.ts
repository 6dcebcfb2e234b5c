import type { Clock } from './ports.js'

/**
 * A clock that never runs back and never stands still: when the wall clock steps back, time goes on
 * from where it was, so no code lives longer than it was given (ATTACKS 66).
 */
export function createSteadyClock(clock: Clock): Clock {
  const monotonic = () => clock.monotonic?.() ?? 0
  let offset = Number.NEGATIVE_INFINITY
  return {
    now() {
      const elapsed = monotonic()
      offset = Math.max(offset, clock.now() - elapsed)
      return Math.floor(elapsed + offset) // whole milliseconds, as the store keeps them
    },
  }
}
