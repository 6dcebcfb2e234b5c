import { flushOutbox } from './flush-outbox.js'
import type { Outbox } from './outbox.js'
import { toBackoffMs } from './to-backoff-ms.js'
import { toStorageError } from './to-storage-error.js'

// A device that slept, or whose clock was set, is asked again at least every hour.
const longestTimerMs = 3_600_000

/**
 * Sends by itself from now on: at once, after each recorded visit, when the network is back, when the
 * page is looked at, and after failures in growing, jittered steps. Returns how to stop; a request
 * under way is aborted then and goes out again another time.
 *
 * @example
 * import { createOutbox, startOutbox } from '@kbyt/sdk/check-in'
 *
 * const stop = startOutbox(createOutbox({ client }))
 */
export function startOutbox(outbox: Outbox): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  let cancelTimer = () => {}
  let isRunning = false
  let isWanted = false

  async function wake(): Promise<void> {
    isWanted = true
    if (isRunning) return
    isRunning = true
    cancelTimer()
    let delayMs: number | undefined
    while (isWanted && !signal.aborted) {
      isWanted = false
      delayMs = await flushOnce(outbox, signal)
    }
    isRunning = false
    if (delayMs === undefined || signal.aborted) return
    cancelTimer = outbox.setTimer(() => void wake(), Math.min(delayMs, longestTimerMs))
  }

  const stops = [
    outbox.watchTriggers(() => void wake()),
    outbox.progress.recorded.add(() => void wake()),
  ]
  void wake()
  return () => {
    for (const stop of stops) stop()
    cancelTimer()
    stopping.abort()
  }
}

/** Flushes and says when to do so again: in how many milliseconds, or not until something happens. */
async function flushOnce(outbox: Outbox, signal: AbortSignal): Promise<number | undefined> {
  const { progress, random } = outbox
  try {
    const { failure, waiting, pauseMs } = await flushOutbox(outbox, { signal })
    progress.failures = failure ? progress.failures + 1 : 0
    if (waiting === 0) return undefined
    return pauseMs > 0 ? pauseMs : toBackoffMs(Math.max(1, progress.failures), random)
  } catch (error) {
    if (signal.aborted) return undefined
    progress.failures += 1
    progress.failure = toStorageError(error)
    progress.changed.notify()
    return toBackoffMs(progress.failures, random)
  }
}
