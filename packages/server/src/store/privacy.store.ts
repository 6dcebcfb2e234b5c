import type { FeedEventRow } from './feed.store.js'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex } from './sealed.js'

/** A person who may be forgotten altogether. */
export interface ForgottenPerson {
  readonly personId: string
  /** Of the numbered documents that lead to the person; none for a child with nine zeros. */
  readonly documentIndexes: readonly BlindIndex[]
  /** What declarations from the national systems are kept under. */
  readonly importSubjects: readonly BlindIndex[]
}

/** A person named by a declaration that goes. */
export interface ErasedPerson extends ForgottenPerson {
  readonly passId: string
  readonly statusIndex: number
  readonly validUntil: number
}

/** What goes with an erasure. */
export interface Erasure {
  readonly phoneIndex: BlindIndex
  readonly declarations: readonly {
    readonly declarationId: string
    readonly people: readonly ErasedPerson[]
  }[]
  /** Whose account it is: they may never have declared. */
  readonly holder: ForgottenPerson | undefined
  /** Whether no declaration of the phone is kept for now: then its visits and the ids of its children go too. */
  readonly isWhole: boolean
  /** What tells readers of the feed; the earlier events of these declarations go. */
  readonly events: readonly FeedEventRow[]
}

/** Forgetting somebody who asks for it. */
export interface PrivacyStore {
  /**
   * Deletes, in one step: the declarations with their passes (revoked), arrivals, screenings and
   * look-ups, the account with its grants, rights at venues, sessions, challenges and stored answers of
   * the phone; a person nobody else has declared is forgotten with the visits recorded for them and what was imported,
   * the screenings that came of it under this phone among it. Keeps `answer`.
   */
  erase(erasure: Erasure, answer: IdempotentAnswer): Promise<void>
}
