/** A code must be out of the picture this long before it counts as shown again. */
const awayMs = 2_000

/**
 * Tells a code that is shown from one that is still being shown: a camera sees the same code many
 * times a second.
 */
export interface RepeatGuard {
  /** Whether this sighting is news. */
  isNew(text: string, nowMs: number): boolean
}

export function createRepeatGuard(): RepeatGuard {
  let last: { text: string; seenAt: number } | undefined
  return {
    isNew(text, nowMs) {
      const isSame = last?.text === text && nowMs - last.seenAt < awayMs
      last = { text, seenAt: nowMs }
      return !isSame
    },
  }
}
