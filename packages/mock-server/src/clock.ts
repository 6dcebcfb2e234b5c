import type { Clock } from '@kbyt/server'

/** The backend's clock: the machine's own, moved by hand. */
export interface MockClock extends Clock {
  /** Moves the clock forward; codes, sessions and passes age with it. */
  advance(ms: number): void
  /** Moves the clock to an instant, forward or back. */
  set(instant: Date): void
}

export function createMockClock(): MockClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    advance: (ms) => {
      offsetMs += ms
    },
    set: (instant) => {
      offsetMs = instant.getTime() - Date.now()
    },
  }
}
