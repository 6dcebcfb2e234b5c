import type { Outbox } from './outbox.js'
import type { Pause } from './outbox-store.js'

/** How long the server still wants to be left in peace, in milliseconds. */
export function toPauseMs(pause: Pause | undefined, now: number): number {
  if (!pause) return 0
  // A clock that was set back since does not make the wait longer than it was.
  return Math.max(0, Math.min(pause.until, now + pause.until - pause.setAt) - now)
}

/** Begins a wait that this process keeps though the store may not take it, and others keep too. */
export async function keepPause(
  { store, clock, progress }: Outbox,
  lengthMs: number,
): Promise<void> {
  const setAt = clock()
  const pause = { setAt, until: setAt + lengthMs }
  progress.pause = pause
  await store.setPause(pause)
}

/** Counts a wait from now on when the clock was set back: it would else last until the old time. */
export async function mendPause(outbox: Outbox, pause: Pause | undefined): Promise<void> {
  if (pause && outbox.clock() < pause.setAt) await keepPause(outbox, pause.until - pause.setAt)
}
