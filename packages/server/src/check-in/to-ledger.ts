import type { LedgerVisit } from '@kbyt/sdk/check-in'
import type { FoundVisit } from '../store/store.js'

/** Kept visits as the SDK's ledger counts them: their time was set right when they arrived. */
export function toLedger(visits: readonly FoundVisit[]): LedgerVisit[] {
  return visits.map(({ visitId, venueCode, direction, personId, happenedAt, isClockSuspect }) => {
    const at = new Date(happenedAt).toISOString()
    return {
      visitId,
      venueCode,
      direction,
      person: personId,
      isClockSuspect,
      at,
      happenedAt: at,
      clockOffsetMs: 0,
    }
  })
}
