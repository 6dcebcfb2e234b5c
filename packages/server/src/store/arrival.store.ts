import type { ArrivalEvent, ArrivalState } from '@kbyt/sdk/schema'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** One person of an entry declaration, for the ward they come to. */
export interface ArrivalRow {
  /** The destination's ward, or its district where that has no wards. */
  readonly areaCode: string
  readonly arrivalId: string
  readonly personId: string
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  /** Of the area with the folded hamlet; null where none is named. */
  readonly hamletIndex: BlindIndex | null
  readonly declaredAt: number
  /** As stated: a passing before it belongs to an earlier journey. */
  readonly departureAt: number
  /** As stated. */
  readonly arrivalAt: number
  readonly state: ArrivalState
  readonly passedAt: number | null
  /** When a newer declaration of the person took its place; such a row is listed no longer. */
  readonly replacedAt: number | null
  /** {phone, relation, person, journey}. */
  readonly sealed: Sealed
}

/** Something done about an arrival or a screening. */
export interface CaseEventRow<Name extends string = string> {
  readonly eventId: string
  readonly event: Name
  readonly at: number
  readonly officerId: string
  /** {officerName, note}, under the event's own id: it may go along to a newer declaration. */
  readonly sealed: Sealed
}
/** Something done about an arrival. */
export type ArrivalEventRow = CaseEventRow<ArrivalEvent['event']>

/** Which areas somebody may see: all, or these wards and districts without wards. */
export type AreaScope = 'all' | readonly string[]

/** What a list of arrivals is narrowed to. */
export interface ArrivalFilter {
  readonly areas: AreaScope
  /** Earliest stated arrival. */
  readonly from: number | undefined
  /** The stated arrival lies before this instant. */
  readonly until: number | undefined
  readonly state: ArrivalState | undefined
  /** Any of these hamlets. */
  readonly hamletIndexes: readonly BlindIndex[] | undefined
}

/** Where a page of arrivals ends. */
export type ArrivalPosition = Pick<ArrivalRow, 'arrivalAt' | 'arrivalId'>
/** Where an arrival lies. */
export type ArrivalKey = Pick<ArrivalRow, 'areaCode' | 'arrivalId'>

/** A row with what was done about it, oldest first. */
export interface ArrivalWithEvents {
  readonly row: ArrivalRow
  readonly events: readonly ArrivalEventRow[]
}

/** Arrivals, which declarations bring about and wards work off. Replaced ones are not found. */
export interface ArrivalStore {
  /** By stated arrival, then id. */
  findArrivals(
    filter: ArrivalFilter,
    after: ArrivalPosition | undefined,
    limit: number,
  ): Promise<ArrivalWithEvents[]>
  countArrivals(filter: ArrivalFilter): Promise<number>
  findArrival(arrivalId: string, areas: AreaScope): Promise<ArrivalWithEvents | undefined>
  /** The arrival of the person's newest entry declaration that stands. */
  findArrivalOfPerson(personId: string): Promise<ArrivalWithEvents | undefined>
  /** Those a declaration brought about which no newer one took the place of. */
  findArrivalsOf(declarationId: string): Promise<ArrivalRow[]>
  /** Moves the state on, adds the event and keeps the answer, in one; false when the row is not in state `from`. */
  addArrivalEvent(
    key: ArrivalKey,
    change: { readonly from: ArrivalState; readonly to: ArrivalState },
    event: ArrivalEventRow,
    answer: IdempotentAnswer,
  ): Promise<boolean>
  /**
   * *Đã qua chốt*: keeps the first moment, adds the event; undefined when the person is not expected.
   * Somebody expected, or looked for in vain, is `passed` from now on.
   */
  markPassed(personId: string, event: ArrivalEventRow): Promise<ArrivalRow | undefined>
}
