import type { Outbox } from './outbox.js'
import { readQueue } from './read-queue.js'
import { refuseVisit } from './refuse-visit.js'

/** Makes dead letters of the visits that are past the lifetime announced to their senders. */
export async function refuseExpired(outbox: Outbox): Promise<number> {
  const { waiting } = await readQueue(outbox)
  const oldest = outbox.clock() - outbox.lifetimeMs
  const expired = waiting.filter(({ item }) => item.recordedAt < oldest)
  for (const queued of expired) await refuseVisit(outbox, queued, 'visit_expired')
  return expired.length
}
