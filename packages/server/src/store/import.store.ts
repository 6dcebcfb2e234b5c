import type { ImportSource } from '@kbyt/sdk/schema'
import type { ScreeningRow } from './screening.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** A health declaration that was made in a national system. */
export interface ImportedRow {
  /** Whom it is about: the blind index of the document, else of phone, name and birth. */
  readonly subject: BlindIndex
  readonly importedId: string
  readonly source: ImportSource
  /** Of what it says: the same again, from whichever system, is one declaration. */
  readonly contentIndex: BlindIndex
  readonly declaredAt: number
  readonly receivedAt: number
  /** The line as it came. */
  readonly sealed: Sealed
}

/** A line to be kept. */
export interface ImportedLine {
  /** Of the source with its id for the declaration. */
  readonly externalIndex: BlindIndex
  readonly row: ImportedRow
  /** Kept with it, where somebody has a symptom or a contact. */
  readonly screening: ScreeningRow | undefined
}

/** `reused`: the id came before with something else. */
export type ImportOutcome = 'accepted' | 'duplicate' | 'reused'

/** Declarations from the national systems. */
export interface ImportStore {
  /** Keeps lines and their screenings, in one, each once; what became of each, in order. */
  saveImported(lines: readonly ImportedLine[]): Promise<ImportOutcome[]>
  /** About any of these subjects, newest first. */
  findImported(subjects: readonly BlindIndex[], limit: number): Promise<ImportedRow[]>
  /** Whether the person has a declaration here, not withdrawn, between two instants (both inclusive). */
  isDeclaredHere(personId: string, fromMs: number, untilMs: number): Promise<boolean>
}
