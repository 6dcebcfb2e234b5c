import type { Visit } from '../schema/visit.js'

/** A visit as the ledger counts it: whose, and when, after the device's clock was looked at. */
export interface LedgerVisit extends Pick<Visit, 'visitId' | 'venueCode' | 'direction'> {
  /** Whoever the subject's code stands for: the same text for the same person. */
  readonly person: string
  /** What the device's clock said, untouched. */
  readonly at: string
  /** Server time minus device time. */
  readonly clockOffsetMs: number
  /** The device's clock was wrong, or nothing is known that puts it right. */
  readonly isClockSuspect: boolean
  /** When it happened as far as is known, an ISO instant. */
  readonly happenedAt: string
}

/** What the arrival of a visit adds to it. */
export interface VisitArrival {
  readonly person: string
  /** The batch's `sentAt`. */
  readonly sentAt: string
  /** The server's clock. */
  readonly receivedAt: string
}

/** A clock that is wrong by less is taken at its word. */
const toleranceMs = 5 * 60_000

/**
 * Sets a visit right by the clocks of sender and receiver. The offset learnt before the visit counts
 * more than the one at sending: the clock may have been set in between.
 *
 * @example
 * import { toLedgerVisit } from '@kbyt/sdk/check-in'
 * import type { Visit } from '@kbyt/sdk/schema'
 *
 * const enter = (visit: Visit, sentAt: string) =>
 *   toLedgerVisit(visit, { person: 'p1', sentAt, receivedAt: new Date().toISOString() })
 */
export function toLedgerVisit(visit: Visit, arrival: VisitArrival): LedgerVisit {
  const { visitId, venueCode, direction, at } = visit
  const { person, sentAt, receivedAt } = arrival
  const received = Date.parse(receivedAt)
  const clockOffsetMs = visit.clockOffsetMs ?? received - Date.parse(sentAt)
  const isWrong = Math.abs(clockOffsetMs) > toleranceMs
  const happened = Date.parse(at) + (isWrong ? clockOffsetMs : 0)
  return {
    visitId,
    venueCode,
    direction,
    person,
    at,
    clockOffsetMs,
    isClockSuspect: isWrong || happened > received + toleranceMs,
    happenedAt: new Date(happened).toISOString(),
  }
}
