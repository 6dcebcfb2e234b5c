import type { DeclarationKind, ScreeningEvent, ScreeningState } from '@kbyt/sdk/schema'
import type { AreaScope, CaseEventRow } from './arrival.store.js'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** One person of a declaration with a symptom or a contact, for the health station of their area. */
export interface ScreeningRow {
  /** The ward, or the district where that has no wards, of the destination (entry) or address. */
  readonly areaCode: string
  readonly screeningId: string
  readonly personId: string
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly kind: DeclarationKind
  readonly declaredAt: number
  /** From 1 (a contact) to 3 (a symptom and a contact). */
  readonly severity: number
  readonly state: ScreeningState
  /** When a newer declaration of the person took its place; such a row is listed no longer. */
  readonly replacedAt: number | null
  /** {phone, relation, person, health}. */
  readonly sealed: Sealed
}

/** Something done about a screening. */
export type ScreeningEventRow = CaseEventRow<ScreeningEvent['event']>

/** What a list of screenings is narrowed to. */
export interface ScreeningFilter {
  readonly areas: AreaScope
  readonly state: ScreeningState | undefined
}

/** Where a page of screenings ends. */
export type ScreeningPosition = Pick<ScreeningRow, 'severity' | 'declaredAt' | 'screeningId'>
/** Where a screening lies. */
export type ScreeningKey = Pick<ScreeningRow, 'areaCode' | 'screeningId'>

/** A row with what was done about it, oldest first. */
export interface ScreeningWithEvents {
  readonly row: ScreeningRow
  readonly events: readonly ScreeningEventRow[]
}

/** Screenings, which declarations bring about and health stations work off. Replaced ones are not found. */
export interface ScreeningStore {
  /** The most severe first, then the newest. */
  findScreenings(
    filter: ScreeningFilter,
    after: ScreeningPosition | undefined,
    limit: number,
  ): Promise<ScreeningWithEvents[]>
  findScreening(screeningId: string, areas: AreaScope): Promise<ScreeningWithEvents | undefined>
  /** Moves the state on, adds the event and keeps the answer, in one; false when the row is not in state `from`. */
  addScreeningEvent(
    key: ScreeningKey,
    change: { readonly from: ScreeningState; readonly to: ScreeningState },
    event: ScreeningEventRow,
    answer: IdempotentAnswer,
  ): Promise<boolean>
}
