import type { DeclarationKind } from '@kbyt/sdk/schema'
import type { ArrivalRow } from './arrival.store.js'
import type { FeedEventRow } from './feed.store.js'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { KnownPerson, PersonKey } from './known-person.js'
import type { PaperEntry } from './paper.store.js'
import type { ScreeningRow } from './screening.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** A declaration, without its people. */
export interface DeclarationRow {
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly kind: DeclarationKind
  readonly channel: string
  readonly declaredAt: number
  readonly withdrawnAt: number | null
  /** {phone, declaration}: the declarer's phone and what was sent. */
  readonly sealed: Sealed
}

/** A person of a declaration, with the pass issued for it. */
export interface PersonRow {
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly personId: string
  /** Place in the declaration's list of people, from 0. */
  readonly position: number
  readonly passId: string
  readonly statusIndex: number
  readonly issuedAt: number
  readonly validUntil: number
  /** {text, displayName} of the pass, shown again and never signed anew. */
  readonly sealed: Sealed
}

/** A declaration whole. */
export interface DeclarationWithPeople {
  readonly declaration: DeclarationRow
  readonly people: readonly PersonRow[]
}

/** What a declaration brings about elsewhere, kept in the same step. */
export interface Consequences {
  /** One per person of an entry declaration. */
  readonly arrivals: readonly ArrivalRow[]
  /** One per person with a symptom or a contact. */
  readonly screenings: readonly ScreeningRow[]
  /** One per person, for the feed. */
  readonly events: readonly FeedEventRow[]
  /** Whom it names, as they were resolved for it. */
  readonly known: readonly KnownPerson[]
  /** The phone an officer wrote down for somebody who proved none, and until when it is needed. */
  readonly contact?: { readonly contactIndex: BlindIndex; readonly keptUntil: number } | undefined
  /** The paper it was entered from. */
  readonly paper?: PaperEntry | undefined
}

/** Declarations, the people in them and their passes. */
export interface DeclarationStore {
  /** The id of the person with this key, kept that long at least; `proposedId` becomes it for a new one. */
  resolvePerson(key: PersonKey, proposedId: string, keptUntil: number): Promise<string>
  /** The person with this document, without making one. */
  findPerson(documentIndex: BlindIndex): Promise<string | undefined>
  /** The people with these documents, each once. */
  findPeople(documentIndexes: readonly BlindIndex[]): Promise<string[]>
  /** Gives this process a status list of its own, numbered from 0; the same again for the same `node`. */
  claimStatusList(node: string): Promise<number>
  /** Takes slot `statusIndex` for a pass; false when it is taken. */
  claimStatusIndex(statusIndex: number, passId: string, validUntil: number): Promise<boolean>
  /**
   * Declaration, people, look-ups, consequences and the stored answer of its Idempotency-Key, in one.
   * Rejects and keeps nothing: with {@link ClosedPaper} when its paper no longer waits, with
   * {@link LostPerson} when somebody it names was erased since they were resolved.
   * An arrival or screening takes the place of the person's earlier one that is still open.
   */
  saveDeclaration(
    filed: DeclarationWithPeople,
    answer: IdempotentAnswer,
    consequences: Consequences,
  ): Promise<void>
  /** Newest first. */
  findDeclarations(phoneIndex: BlindIndex, limit: number): Promise<DeclarationWithPeople[]>
  /** Those that officers wrote down for a phone, which itself proved nothing. */
  findByContact(contactIndex: BlindIndex): Promise<DeclarationWithPeople[]>
  /** All that name this person. */
  findOfPerson(personId: string): Promise<DeclarationWithPeople[]>
  findDeclaration(
    phoneIndex: BlindIndex,
    declarationId: string,
  ): Promise<DeclarationWithPeople | undefined>
  /**
   * Sets `withdrawnAt` unless it is set, cancels open arrivals, and keeps the answer of the
   * Idempotency-Key; undefined when it is not there. `events` are kept when it was not withdrawn before.
   */
  withdrawDeclaration(
    phoneIndex: BlindIndex,
    declarationId: string,
    nowMs: number,
    answer: IdempotentAnswer,
    events: readonly FeedEventRow[],
  ): Promise<DeclarationWithPeople | undefined>
  /** The newest declaration of the kind that names this person and is not withdrawn; else the newest withdrawn one. */
  findNewestOfPerson(
    personId: string,
    kind: DeclarationKind,
  ): Promise<DeclarationWithPeople | undefined>
  /** The declaration a pass was issued with. */
  findByPass(passId: string): Promise<DeclarationWithPeople | undefined>
}
