import type { ErrorCode, KbytError } from '../errors.js'
import type { Visit } from '../schema/visit.js'
import { toPauseMs } from './keep-pause.js'
import type { Outbox } from './outbox.js'
import { type QueuedVisit, readQueue } from './read-queue.js'
import { toStorageError } from './to-storage-error.js'

/** A visit that the server will not take as it is: resend or discard it. */
export interface DeadLetter {
  readonly visit: Visit
  readonly code: ErrorCode
}

/** What a page shows of an outbox. */
export interface OutboxState {
  /** Saved here, not yet at the server. */
  readonly waiting: number
  readonly deadLetters: readonly DeadLetter[]
  /** Entries that another version of the SDK wrote; they are kept for it. */
  readonly unreadable: number
  readonly isSending: boolean
  /** Why the last try stopped, or why the store cannot be read. */
  readonly failure: KbytError | undefined
  /** How long the server wants to be left in peace. */
  readonly pauseMs: number
  /** When the oldest that waits becomes a dead letter, an ISO instant. */
  readonly expiresAt: string | undefined
}

/**
 * Tells a page what waits: at once, and after each change in any tab. Returns how to stop.
 *
 * @example
 * import { createOutbox, watchOutbox } from '@kbyt/sdk/check-in'
 *
 * const stop = watchOutbox(createOutbox({ client }), ({ waiting, deadLetters }) => {
 *   show(`${waiting} waiting, ${deadLetters.length} refused`)
 * })
 */
export function watchOutbox(outbox: Outbox, listener: (state: OutboxState) => void): () => void {
  let newest = 0
  async function tell() {
    newest += 1
    const own = newest
    const state = await readState(outbox)
    // An older reading may come back later.
    if (own === newest) listener(state)
  }
  const onChange = () => void tell()
  const stops = [outbox.store.watch(onChange), outbox.progress.changed.add(onChange)]
  onChange()
  return () => {
    newest = Number.POSITIVE_INFINITY
    for (const stop of stops) stop()
  }
}

async function readState(outbox: Outbox): Promise<OutboxState> {
  const { isSending, failure } = outbox.progress
  try {
    const { waiting, refused, unreadable, pause } = await readQueue(outbox)
    return {
      waiting: waiting.length,
      deadLetters: refused.map(toDeadLetter),
      unreadable,
      isSending,
      failure,
      pauseMs: toPauseMs(pause, outbox.clock()),
      expiresAt: toExpiry(waiting, outbox.lifetimeMs),
    }
  } catch (error) {
    const unread = { waiting: 0, deadLetters: [], unreadable: 0, pauseMs: 0, expiresAt: undefined }
    return { ...unread, isSending, failure: toStorageError(error) }
  }
}

function toDeadLetter({ visit, item }: QueuedVisit): DeadLetter {
  return { visit, code: item.refusedWith ?? 'unexpected_answer' }
}

function toExpiry(waiting: readonly QueuedVisit[], lifetimeMs: number): string | undefined {
  if (waiting.length === 0) return undefined
  const oldest = Math.min(...waiting.map(({ item }) => item.recordedAt))
  return new Date(oldest + lifetimeMs).toISOString()
}
