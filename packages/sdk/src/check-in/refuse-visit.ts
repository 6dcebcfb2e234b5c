import type { ErrorCode } from '../errors.js'
import type { Outbox } from './outbox.js'
import type { QueuedVisit } from './read-queue.js'

/** Makes a dead letter of a visit: it is sent no more until a person says so. */
export async function refuseVisit(
  { store }: Outbox,
  { position, item }: QueuedVisit,
  code: ErrorCode,
): Promise<void> {
  await store.replace(position, { ...item, refusedWith: code })
}
