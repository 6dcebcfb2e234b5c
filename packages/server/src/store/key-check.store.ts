import type { BlindIndex, Sealed } from './sealed.js'

/** A known text under the keys of the rows: other keys make another of it, or cannot open it. */
export interface KeyCheck {
  readonly blindIndex: BlindIndex
  readonly sealed: Sealed
}

/** Tells keys that are not those of the database. */
export interface KeyCheckStore {
  find(): Promise<KeyCheck | undefined>
  /** Keeps it, unless one is kept already: that one is answered, for good. */
  keep(check: KeyCheck): Promise<KeyCheck>
}
