import type { CallOptions } from '../client/call-options.js'
import { isKbytError, type KbytError } from '../errors.js'
import { isAboutVisit } from './is-about-visit.js'
import { keepPause } from './keep-pause.js'
import type { Outbox } from './outbox.js'
import type { QueuedVisit } from './read-queue.js'
import { refuseVisit } from './refuse-visit.js'
import { type Outcome, sendBatch } from './send-batch.js'

/** What one request led to. */
export type Settlement =
  | { readonly kind: 'settled'; readonly sent: number; readonly refused: number }
  /** One visit spoils the batch: send fewer at once to find it. */
  | { readonly kind: 'spoilt' }
  | { readonly kind: 'failed'; readonly failure: KbytError; readonly pauseMs: number }

/** Sends a batch and keeps in the store what came of it. A visit leaves only after its receipt. */
export async function settleBatch(
  outbox: Outbox,
  batch: readonly QueuedVisit[],
  options: CallOptions,
): Promise<Settlement> {
  const outcome = await tryBatch(outbox, batch, options)
  if (outcome instanceof Error) return settleFailure(outbox, batch, outcome)
  const { kept, refused } = outcome
  for (const { queued, code } of refused) await refuseVisit(outbox, queued, code)
  if (kept.length > 0) await outbox.store.remove(kept.map(({ position }) => position))
  return { kind: 'settled', sent: kept.length, refused: refused.length }
}

async function tryBatch(
  outbox: Outbox,
  batch: readonly QueuedVisit[],
  options: CallOptions,
): Promise<Outcome | KbytError> {
  try {
    return await sendBatch(outbox, batch, options)
  } catch (error) {
    if (isKbytError(error)) return error
    throw error
  }
}

async function settleFailure(
  outbox: Outbox,
  batch: readonly QueuedVisit[],
  failure: KbytError,
): Promise<Settlement> {
  const [first, ...others] = batch
  if (first && isAboutVisit(failure)) {
    if (others.length > 0) return { kind: 'spoilt' }
    await refuseVisit(outbox, first, failure.code)
    return { kind: 'settled', sent: 0, refused: 1 }
  }
  const pauseMs = (failure.retryAfterSeconds ?? 0) * 1000
  if (pauseMs > 0) await keepPause(outbox, pauseMs)
  return { kind: 'failed', failure, pauseMs }
}
