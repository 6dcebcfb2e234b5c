import type { AccountRow } from './account.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** The photos a verification rests on, where the portal keeps them: one set per account. */
export interface CardPhotosRow {
  readonly phoneIndex: BlindIndex
  /** The sealed text's record. */
  readonly photosId: string
  readonly takenAt: number
  readonly keptUntil: number
  readonly sealed: Sealed
}

/** Photos of ID cards and faces. */
export interface CardPhotosStore {
  /** In place of earlier ones; false, and nothing is kept, where the account is gone or another by now. */
  save(row: CardPhotosRow, account: AccountRow): Promise<boolean>
  /** Those that may be kept still. They go with the account, and when it becomes somebody else's. */
  find(phoneIndex: BlindIndex, nowMs: number): Promise<CardPhotosRow | undefined>
}
