import type { FeedEventRow } from './feed.store.js'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex } from './sealed.js'
import type { VenueRow } from './venue.store.js'

/** A person whom declarations name that go, or whose account goes. */
export interface ForgottenPerson {
  readonly personId: string
  /** Of the numbered documents that lead to them; none for a child with nine zeros. */
  readonly documentIndexes: readonly BlindIndex[]
  /**
   * Whether the documents are proven to be theirs: then visits that others recorded under them go too.
   * A number that was only typed may be a stranger's.
   */
  readonly isProven: boolean
}

/** A declaration that goes, with the passes issued for it. */
export interface ErasedDeclaration {
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  /** It lies under an index of its own, as no phone was proven: all that is kept there goes. */
  readonly isUnproven: boolean
  readonly passes: readonly {
    readonly personId: string
    readonly passId: string
    readonly statusIndex: number
    readonly validUntil: number
  }[]
}

/** A venue whose owner goes: somebody who manages it takes it over, or it is closed. */
export interface LeftVenue {
  /** As it is from now on, one version further: without the contact. */
  readonly row: VenueRow
  /** Undefined: it is closed, its machines and staff are out. */
  readonly successorId: string | undefined
}

/** The phone that is forgotten with all its rights. */
export interface ErasedPhone {
  readonly phoneIndex: BlindIndex
  /** What a measure still holds for; while there is any, visits and the ids of children stay. */
  readonly keptDeclarations: readonly string[]
  /** Those it owns. */
  readonly venues: readonly LeftVenue[]
}

/** What goes with an erasure. */
export interface Erasure {
  readonly at: number
  /** Undefined where an officer erases for somebody. */
  readonly phone: ErasedPhone | undefined
  readonly declarations: readonly ErasedDeclaration[]
  readonly people: readonly ForgottenPerson[]
  /**
   * What declarations from the national systems are kept under, as far as it is proven whose they are:
   * they go also where nobody was ever declared here by that document.
   */
  readonly importSubjects: readonly BlindIndex[]
  /** What tells readers of the feed; the earlier events of these declarations go. */
  readonly events: readonly FeedEventRow[]
}

/** Forgetting somebody who asks for it. */
export interface PrivacyStore {
  /**
   * Deletes, in one step: the declarations with their passes (revoked), arrivals, screenings and
   * look-ups; of the phone the account with its grants, rights at venues, sessions, challenges and
   * stored answers; of each person what is proven to be theirs, and the person where nothing else
   * is kept under them. What the declarations had replaced counts again. Keeps `answer`.
   *
   * False, and nothing is done, when the phone declared or a venue changed since this was put together.
   */
  erase(erasure: Erasure, answer: IdempotentAnswer): Promise<boolean>
}
