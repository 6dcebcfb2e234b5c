import type { VisitDirection } from '@kbyt/sdk/schema'
import type { BlindIndex, Sealed } from './sealed.js'

/** Names a visit. */
export interface VisitKey {
  readonly venueCode: string
  readonly visitId: string
}

/** A visit as it is kept. */
export interface VisitRow extends VisitKey {
  readonly personId: string
  /** Whose pass it was: that phone sees the visit. Null for cards. */
  readonly phoneIndex: BlindIndex | null
  readonly direction: VisitDirection
  readonly scannedBy: string
  /** When it happened as far as is known. */
  readonly happenedAt: number
  /** What the device's clock said, and how far it was off. */
  readonly deviceAt: number
  readonly clockOffsetMs: number
  readonly isClockSuspect: boolean
  readonly receivedAt: number
  /** Who sent it: the id of a device, an officer or one of the venue's staff; `visitor` for themselves. */
  readonly recordedBy: string
  /** {by, displayName or number}: what the scanned code says of the visitor. */
  readonly sealed: Sealed
}

/** What the look-up of a person's or a phone's visits holds of each. */
export type FoundVisit = Pick<
  VisitRow,
  'venueCode' | 'visitId' | 'personId' | 'direction' | 'happenedAt' | 'isClockSuspect' | 'sealed'
>

/** A pass, as far as a venue's door asks. */
export interface PassHolder {
  readonly passId: string
  readonly personId: string
  readonly phoneIndex: BlindIndex
  readonly issuedAt: number
  readonly validUntil: number
  readonly withdrawnAt: number | null
  /** {text, displayName} of the pass, sealed under its id. */
  readonly sealed: Sealed
}

/** From an instant, to one before another. */
export interface Span {
  readonly from: number
  readonly before: number
}

/** A place in a list that runs from the newest back. */
export interface VisitPlace {
  readonly happenedAt: number
  readonly visitId: string
}

/** Visits to venues. Distributed by venue; the look-up by person and by phone holds a copy. */
export interface VisitStore {
  /** Those of the asked visits that are kept already. */
  findKnown(visits: readonly VisitKey[]): Promise<VisitKey[]>
  /** Keeps all of them with their look-ups; one that is kept already stays as it is. */
  saveVisits(visits: readonly VisitRow[]): Promise<void>
  /** Of a venue, newest first, those after `after` in this order. */
  findVenueVisits(
    venueCode: string,
    after: VisitPlace | undefined,
    limit: number,
  ): Promise<VisitRow[]>
  /** Of a venue within the span, in any order: all of them. */
  findVisitsBetween(venueCode: string, span: Span): Promise<VisitRow[]>
  /** Of a person id or a phone's index within the span, newest first. */
  findVisitsOf(subject: string, span: Span, limit: number): Promise<FoundVisit[]>
  /** Those of the asked passes that exist, in any order. */
  findPassHolders(passIds: readonly string[]): Promise<PassHolder[]>
}
