import type { Unit } from '../schema/places.js'
import type { PlaceLevel, TypeWords } from './unit-types.js'
import type { Vocabulary } from './vocabulary.js'

/** A unit as the index keeps it. */
export interface IndexedUnit extends Unit {
  readonly level: PlaceLevel
  readonly type: TypeWords
  /** How many words its name has without the type. */
  readonly wordCount: number
  /** Its place among the units; -1 for a province. */
  readonly parent: number
  /** What it was called before, or is called unofficially. */
  readonly otherNames: readonly string[]
}

/** All names of one version of the units, ready to be searched; made by {@link loadPlacesIndex}. */
export interface PlacesIndex {
  readonly version: string
  readonly units: readonly IndexedUnit[]
  /** "an", "cuu" */
  readonly words: Vocabulary
  /** "ancuu": names without their blanks */
  readonly joined: Vocabulary
  /** "tth", "hcm": of provinces and districts */
  readonly initials: Vocabulary
  /** "bmt", "tdm": of wards, whole and of three letters at least; a long word is not split by them */
  readonly wardInitials: Vocabulary
}
