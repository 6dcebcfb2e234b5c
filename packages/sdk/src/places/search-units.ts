import { foldName } from '../schema/person-name.js'
import type { Unit } from '../schema/places.js'
import { isWithinEdits } from './is-within-edits.js'

/** From this length on one wrong, missing, doubled or swapped letter is forgiven. */
const typoLength = 4
/** Longer than any name. */
const maxLength = 200

const toWords = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * Finds units by what a person types: without accents, in any order of words, with a small slip.
 * The best come first, equals keep their order; an empty text finds all.
 *
 * @example
 * import { searchUnits } from '@kbyt/sdk/places'
 *
 * searchUnits([{ code: '19750', name: 'Phường Tây Lộc' }], 'tay lôc') // the ward
 */
export function searchUnits<U extends Unit>(units: readonly U[], text: string): U[] {
  const wanted = toWords(text.slice(0, maxLength))
  return units
    .map((unit) => ({ unit, rank: rankUnit(toWords(unit.name), wanted) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ unit }) => unit)
}

/** 0 is the best; infinity when a wanted word is not there. */
function rankUnit(words: readonly string[], wanted: readonly string[]): number {
  const ranks = wanted.map((word) => Math.min(...words.map((it) => rankWord(it, word))))
  const isInOrder = ` ${words.join(' ')}`.includes(` ${wanted.join(' ')}`)
  return ranks.reduce((sum, rank) => sum + rank, isInOrder ? 0 : 1)
}

function rankWord(word: string, wanted: string): number {
  if (word === wanted) return 0
  if (word.startsWith(wanted)) return 1
  return wanted.length >= typoLength && isWithinEdits(word, wanted, 1)
    ? 4
    : Number.POSITIVE_INFINITY
}
