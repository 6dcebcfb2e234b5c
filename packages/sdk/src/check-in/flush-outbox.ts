import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import type { KbytError } from '../errors.js'
import { maxVisitsPerBatch } from '../schema/visit.js'
import { mendPause, toPauseMs } from './keep-pause.js'
import type { Outbox } from './outbox.js'
import { readQueue } from './read-queue.js'
import { refuseExpired } from './refuse-expired.js'
import { settleBatch } from './settle-batch.js'

/** How a flush ended. */
export interface FlushReport {
  /** Visits the server has since. */
  readonly sent: number
  /** Visits that became dead letters. */
  readonly refused: number
  /** Visits that still wait. */
  readonly waiting: number
  /** What ended the flush before everything was sent. */
  readonly failure: KbytError | undefined
  /** How long the server wants to be left in peace: nothing is sent before. */
  readonly pauseMs: number
}

/**
 * Sends what waits, oldest first, and returns when nothing waits or nothing more can be sent now.
 * One flush at a time works on a store, over all tabs; a Retry-After is waited out, asked or not.
 *
 * @throws {KbytError} `storage_full` and `storage_unavailable`: what was sent may still stand in the
 * outbox, and goes out again under its id.
 * @example
 * import { createOutbox, flushOutbox } from '@kbyt/sdk/check-in'
 *
 * const { sent, waiting, failure } = await flushOutbox(createOutbox({ client }))
 */
export async function flushOutbox(outbox: Outbox, options: CallOptions = {}): Promise<FlushReport> {
  const { locks, store, progress } = outbox
  const { signal } = options
  signal?.throwIfAborted()
  const flushing = locks.request(store.name, async () => {
    signal?.throwIfAborted()
    progress.isSending = true
    progress.changed.notify()
    try {
      const report = await flushAlone(outbox, options)
      progress.failure = report.failure
      return report
    } finally {
      progress.isSending = false
      progress.changed.notify()
    }
  })
  // Another tab may hold the lock for as long as it sends.
  return untilAborted(flushing, signal)
}

async function flushAlone(outbox: Outbox, options: CallOptions): Promise<FlushReport> {
  const total = { sent: 0, refused: await refuseExpired(outbox) }
  let size = maxVisitsPerBatch
  for (;;) {
    options.signal?.throwIfAborted()
    const { waiting, pause } = await readQueue(outbox)
    await mendPause(outbox, pause)
    const pauseMs = toPauseMs(pause, outbox.clock())
    const report = { ...total, waiting: waiting.length, failure: undefined, pauseMs }
    if (pauseMs > 0 || waiting.length === 0) return report

    const batch = waiting.slice(0, size)
    const done = await settleBatch(outbox, batch, options)
    if (done.kind === 'failed') return { ...report, failure: done.failure, pauseMs: done.pauseMs }
    // Halves find the visit that spoils a batch in a few requests.
    size =
      done.kind === 'spoilt' ? Math.ceil(batch.length / 2) : Math.min(size * 2, maxVisitsPerBatch)
    if (done.kind === 'settled') {
      total.sent += done.sent
      total.refused += done.refused
    }
  }
}
