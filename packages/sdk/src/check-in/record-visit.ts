import type { CallOptions } from '../client/call-options.js'
import { checkInput } from '../client/check-input.js'
import { type Visit, visitSchema } from '../schema/visit.js'
import type { Outbox } from './outbox.js'
import { itemVersion, type OutboxItem } from './outbox-item.js'

/** A scan as the page knows it; id and time are the outbox's to add. */
export type RecordVisitInput = Omit<Visit, 'visitId' | 'at' | 'clockOffsetMs'>

/**
 * Keeps a visit on the device and returns it once the store has said that it is saved: tell the
 * visitor only then. Sending is `startOutbox`'s or `flushOutbox`'s, with or without network.
 *
 * @throws {KbytError} `input_invalid`, with one issue per wrong field; `storage_full` and
 * `storage_unavailable`: nothing was saved, say so. An abort before it is saved rejects with the signal's
 * own reason.
 * @example
 * import { createOutbox, recordVisit } from '@kbyt/sdk/check-in'
 *
 * const subject = { by: 'pass', passId: '00f1e2d3c4b5a697' } as const
 * const visit = await recordVisit(createOutbox({ client }), {
 *   venueCode: 'HUE00001',
 *   direction: 'in',
 *   scannedBy: 'visitor',
 *   subject,
 * })
 */
export async function recordVisit(
  outbox: Outbox,
  input: RecordVisitInput,
  { signal }: CallOptions = {},
): Promise<Visit> {
  signal?.throwIfAborted()
  const { store, clock, createId, progress } = outbox
  const recordedAt = clock()
  const { clockOffsetMs } = progress
  const visit: Visit = {
    ...input,
    visitId: createId(recordedAt),
    at: new Date(recordedAt).toISOString(),
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
  }
  const body = JSON.stringify(checkInput(visitSchema, visit))
  const item: OutboxItem = { version: itemVersion, body, recordedAt }
  await store.add(item)
  progress.recorded.notify()
  return visit
}
