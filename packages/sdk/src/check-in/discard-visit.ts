import type { CallOptions } from '../client/call-options.js'
import { findDeadLetter } from './find-dead-letter.js'
import type { Outbox } from './outbox.js'

/**
 * Throws a dead letter away. Does nothing when there is none of that id.
 *
 * @throws {KbytError} `storage_unavailable`: it is a dead letter still.
 * @example
 * import { createOutbox, discardVisit } from '@kbyt/sdk/check-in'
 *
 * await discardVisit(createOutbox({ client }), '0177f2a4-0000-7000-8000-000000000001')
 */
export async function discardVisit(
  outbox: Outbox,
  visitId: string,
  { signal }: CallOptions = {},
): Promise<void> {
  signal?.throwIfAborted()
  const found = await findDeadLetter(outbox, visitId)
  signal?.throwIfAborted()
  if (found) await outbox.store.remove([found.position])
}
