import type { CallOptions } from '../client/call-options.js'
import { toCallError } from '../client/to-call-error.js'
import { untilAborted } from '../client/until-aborted.js'
import { type ErrorCode, KbytError } from '../errors.js'
import type { VisitReceipt } from '../schema/visit.js'
import type { Outbox } from './outbox.js'
import { toErrorCode } from './outbox-item.js'
import type { QueuedVisit } from './read-queue.js'

/** What became of each visit of a batch. */
export interface Outcome {
  readonly kept: readonly QueuedVisit[]
  readonly refused: readonly { readonly queued: QueuedVisit; readonly code: ErrorCode }[]
}

/**
 * Sends a batch once, within the time limit: a `send` that hangs would hold the lock of every tab.
 *
 * @throws {KbytError} as the call; `timed_out`: the batch goes out again under its ids; `unexpected_answer` when the receipt leaves a visit out.
 */
export async function sendBatch(
  outbox: Outbox,
  batch: readonly QueuedVisit[],
  { signal }: CallOptions,
): Promise<Outcome> {
  const { send, sendTimeoutMs, clock, progress } = outbox
  const limit = AbortSignal.timeout(sendTimeoutMs)
  const ended = signal ? AbortSignal.any([signal, limit]) : limit
  const sentAt = new Date(clock()).toISOString()
  try {
    const visits = batch.map(({ visit }) => visit)
    const receipt = await untilAborted(send({ sentAt, visits }, { signal: ended }), ended)
    progress.clockOffsetMs = Date.parse(receipt.receivedAt) - clock()
    return toOutcome(batch, receipt)
  } catch (error) {
    signal?.throwIfAborted()
    throw limit.aborted ? new KbytError('timed_out') : toCallError(error)
  }
}

function toOutcome(batch: readonly QueuedVisit[], { results }: VisitReceipt): Outcome {
  const byId = new Map(results.map((result) => [result.visitId, result]))
  const kept: QueuedVisit[] = []
  const refused: { queued: QueuedVisit; code: ErrorCode }[] = []
  for (const queued of batch) {
    const result = byId.get(queued.visit.visitId)
    // What the server did not speak of, it may not have.
    if (!result) throw new KbytError('unexpected_answer')
    if (result.refusedWith === undefined) kept.push(queued)
    else refused.push({ queued, code: toErrorCode(result.refusedWith) })
  }
  return { kept, refused }
}
