import type { BlindIndex, Sealed } from './sealed.js'

/** A row of the audit log, chained to the one before it. */
export interface AuditRow {
  /** One chain per writing process. */
  readonly chain: string
  /** From 1, without gaps. */
  readonly seq: number
  readonly at: number
  readonly officerId: string | null
  readonly action: string
  readonly reason: string | null
  readonly post: string | null
  /** Blind index of what was asked for. */
  readonly subjectIndex: BlindIndex | null
  readonly outcome: string
  /** {details} that are personal. */
  readonly sealed: Sealed | null
  readonly previousHash: string
  readonly hash: string
}

/** A place in the log as it is read: newest first, over all chains. */
export type AuditPlace = Pick<AuditRow, 'at' | 'chain' | 'seq'>

/** Which rows to read. */
export interface AuditFilter {
  readonly officerId?: string | undefined
  /** The whole action, or its first words. */
  readonly action?: string | undefined
  /** The first instant. */
  readonly from?: number | undefined
  /** The instant after the last. */
  readonly to?: number | undefined
  /** Only what comes after this place. */
  readonly after?: AuditPlace | undefined
}

/** The audit log: rows are added, never changed; a chain loses its oldest ones at most. */
export interface AuditStore {
  findLast(chain: string): Promise<AuditRow | undefined>
  /** Adds rows that follow each other, all or none: false when a place is taken, look at the last one again. */
  append(rows: readonly AuditRow[]): Promise<boolean>
  /** Rows of a chain from `fromSeq` on, in order. */
  findRows(chain: string, fromSeq: number, limit: number): Promise<AuditRow[]>
  findChains(): Promise<string[]>
  /** Takes away the rows of a chain up to `seq`, all at once, but never its last one; how many went. */
  cut(chain: string, seq: number): Promise<number>
  /** Newest first; of one instant by chain, then the later one first. */
  findNewest(filter: AuditFilter, limit: number): Promise<AuditRow[]>
}
