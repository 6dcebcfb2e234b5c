import type { Outbox } from './outbox.js'
import { type QueuedVisit, readQueue } from './read-queue.js'

/** The dead letter of that visit; nothing when it is none (any more). */
export async function findDeadLetter(
  outbox: Outbox,
  visitId: string,
): Promise<QueuedVisit | undefined> {
  const { refused } = await readQueue(outbox)
  return refused.find(({ visit }) => visit.visitId === visitId)
}
