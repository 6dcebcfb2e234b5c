import type { IdempotentAnswer } from './idempotency.store.js'
import type { Sealed } from './sealed.js'

/** A declaration point. */
export interface PointRow {
  readonly pointCode: string
  readonly wardCode: string
  readonly districtCode: string | null
  readonly provinceCode: string
  /** The officer who set it up. */
  readonly createdBy: string
  readonly createdAt: number
  readonly closedAt: number | null
  /** {name, address}. */
  readonly sealed: Sealed
}

/** A place in the list of points, which runs from the newest back. */
export type PointPlace = Pick<PointRow, 'createdAt' | 'pointCode'>

/** Declaration points. */
export interface PointStore {
  /** The point and the stored answer in one; false when the code is taken. */
  savePoint(point: PointRow, answer: IdempotentAnswer): Promise<boolean>
  /** Also one that is closed. */
  findPoint(pointCode: string): Promise<PointRow | undefined>
  /** Open ones in these areas (codes of provinces, districts, wards), newest first, after a place. */
  findPoints(
    areas: readonly string[],
    after: PointPlace | undefined,
    limit: number,
  ): Promise<PointRow[]>
  /** False when it is not there or was closed before. */
  closePoint(pointCode: string, nowMs: number): Promise<boolean>
}
