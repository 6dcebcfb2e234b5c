import type { StatusListEntry } from '@kbyt/sdk/qr/sign'

/** A status list as far as it differs from "all valid". */
export interface StatusListRow {
  readonly list: number
  /** Revoked and suspended codes. */
  readonly entries: readonly StatusListEntry[]
}

/** The newest trust bundle, as every process of the backend answers it. */
export interface BundleRow {
  readonly counter: number
  readonly issuedAt: number
  /** Compact JWS of the root key. */
  readonly jws: string
}

/** What verifiers without a network are given. */
export interface TrustStore {
  /** The lists that hold a code still in date, lowest number first. */
  findStatusLists(nowMs: number): Promise<StatusListRow[]>
  findBundle(): Promise<BundleRow | undefined>
  /** Puts a bundle in the place of the one counted `fromCounter` (0: there is none); false when another process was faster. */
  replaceBundle(bundle: BundleRow, fromCounter: number): Promise<boolean>
}
