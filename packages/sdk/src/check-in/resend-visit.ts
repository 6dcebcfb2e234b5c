import type { CallOptions } from '../client/call-options.js'
import { findDeadLetter } from './find-dead-letter.js'
import type { Outbox } from './outbox.js'

/**
 * Puts a dead letter back into its place in line. Does nothing when there is none of that id: another
 * tab may have been faster.
 *
 * @throws {KbytError} `storage_full` and `storage_unavailable`: it is a dead letter still.
 * @example
 * import { createOutbox, resendVisit } from '@kbyt/sdk/check-in'
 *
 * await resendVisit(createOutbox({ client }), '0177f2a4-0000-7000-8000-000000000001')
 */
export async function resendVisit(
  outbox: Outbox,
  visitId: string,
  { signal }: CallOptions = {},
): Promise<void> {
  signal?.throwIfAborted()
  const found = await findDeadLetter(outbox, visitId)
  signal?.throwIfAborted()
  if (!found) return
  const { refusedWith: _, ...item } = found.item
  await outbox.store.replace(found.position, item)
  outbox.progress.recorded.notify()
}
