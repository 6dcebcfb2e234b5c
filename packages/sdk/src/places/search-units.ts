import { foldName } from '../schema/person-name.js'
import type { Unit } from '../schema/places.js'

/** From this length on one wrong, missing, doubled or swapped letter is forgiven. */
const typoLength = 4

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
  const wanted = toWords(text)
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
  return wanted.length >= typoLength && isOneSlipApart(word, wanted) ? 4 : Number.POSITIVE_INFINITY
}

/** Equal but for one letter: another, one more, one less, or two neighbours swapped. */
function isOneSlipApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [left, right] = [one.slice(start), other.slice(start)]
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  return (
    isSwapped ||
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1)
  )
}
