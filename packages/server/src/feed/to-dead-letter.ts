import type { DeadLetter } from '@kbyt/sdk/schema'
import type { DeliveryRow } from '../store/store.js'

/** A webhook that was given up, as the administrator sees it. */
export const toDeadLetter = (row: DeliveryRow): DeadLetter => ({
  eventId: row.eventId,
  attempts: row.attempts,
  lastOutcome: row.lastOutcome ?? 'not-tried',
  diedAt: new Date(row.finishedAt ?? row.expiresAt).toISOString(),
})
