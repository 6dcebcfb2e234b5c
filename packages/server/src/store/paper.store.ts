import type { DeclarationKind, PaperState } from '@kbyt/sdk/schema'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { Sealed } from './sealed.js'

/** A declaration on paper that was handed in. */
export interface PaperRow {
  readonly paperId: string
  readonly kind: DeclarationKind
  readonly post: string | null
  readonly state: PaperState
  readonly receivedAt: number
  readonly receivedBy: string
  readonly closedAt: number | null
  readonly declarationId: string | null
  /** {note, reason?}. */
  readonly sealed: Sealed
}

/** What a paper became: kept with the declaration, in the same step. */
export interface PaperEntry {
  readonly paperId: string
  readonly closedAt: number
  readonly declarationId: string
}

/** Which papers. */
export interface PaperFilter {
  readonly state: PaperState
  readonly post: string | undefined
  readonly receivedBy: string | undefined
}

/** Papers, from handing in to entering. */
export interface PaperStore {
  savePaper(paper: PaperRow, answer: IdempotentAnswer): Promise<void>
  findPaper(paperId: string): Promise<PaperRow | undefined>
  /** By id, which is by time, after `afterId`. */
  findPapers(filter: PaperFilter, afterId: string | undefined, limit: number): Promise<PaperRow[]>
  /** False when it no longer waits; entering it happens with its declaration (`saveDeclaration`). */
  setAside(
    paperId: string,
    change: Pick<PaperRow, 'closedAt' | 'sealed'>,
    answer: IdempotentAnswer,
  ): Promise<boolean>
}
