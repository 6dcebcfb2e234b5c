import type { Hamlet } from '@kbyt/sdk/schema'

/** The hamlets of one ward in one version of the units, as its officers entered them. */
export interface HamletListRow {
  readonly wardCode: string
  readonly placesVersion: string
  readonly hamlets: readonly Hamlet[]
  readonly changedAt: number
  /** The officer who did. */
  readonly changedBy: string
}

/** Hamlets by ward. */
export interface HamletStore {
  findHamlets(wardCode: string, placesVersion: string): Promise<HamletListRow | undefined>
  /** Puts a list in the place of the ward's whole list; of two at once the later stays. */
  replaceHamlets(list: HamletListRow): Promise<void>
}
