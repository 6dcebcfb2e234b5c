import type { Sealed } from './sealed.js'

/** A look-up that was answered, for what its officer does next. */
export interface InspectionRow {
  readonly inspectionId: string
  readonly officerId: string
  readonly post: string
  readonly reason: string
  readonly inspectedAt: number
  readonly expiresAt: number
  /** {personIds}. */
  readonly sealed: Sealed
}

/** Look-ups of the shift; what is on record for good is in the audit log. */
export interface InspectionStore {
  saveInspection(inspection: InspectionRow): Promise<void>
  findInspection(inspectionId: string): Promise<InspectionRow | undefined>
}
