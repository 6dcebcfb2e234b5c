import { isWithinEdits } from './is-within-edits.js'
import type { PlacesIndex } from './places-index.js'
import { findStart, placesPerUnit, toLetterBits, type Vocabulary } from './vocabulary.js'

/** How well each unit's own name answers one word. */
export interface TermMatches {
  /** Lower is better; {@link unmatched} where the word is not in the name. */
  readonly costs: Uint16Array
  readonly positions: Uint8Array
  /** 1 where the word covers the whole name: "ancuu", "tth". */
  readonly isWhole: Uint8Array
  /** The units that have it, some of them twice. */
  readonly units: readonly number[]
}

export const unmatched = 65_535

const costs = {
  exact: 0,
  joined: 2,
  initials: 8,
  ending: 10,
  prefix: 20,
  slip: 40,
  slips: 70,
} as const

export interface MatcherOptions {
  /** Slips are looked for in short words too. */
  readonly isRelaxed: boolean
  /** Slips are looked for even where the word is one itself. */
  readonly isThorough: boolean
}

interface MatchOptions extends MatcherOptions {
  /** The word may be still being typed. */
  readonly isLast: boolean
}

/** Matches each word once, however many readings of a query it stands in. */
export function createMatcher(index: PlacesIndex, options: MatcherOptions) {
  const known = new Map<string, TermMatches>()
  return (word: string, isLast: boolean): TermMatches => {
    const key = isLast ? `${word} ` : word
    const matches = known.get(key) ?? matchTerm(index, word, { ...options, isLast })
    known.set(key, matches)
    return matches
  }
}

function matchTerm(index: PlacesIndex, word: string, options: MatchOptions): TermMatches {
  const size = index.units.length
  const units: number[] = []
  const matches = {
    costs: new Uint16Array(size).fill(unmatched),
    positions: new Uint8Array(size),
    isWhole: new Uint8Array(size),
    units,
  }
  const add = (vocabulary: Vocabulary, at: number, cost: number) => {
    const isWhole = vocabulary === index.words || cost === costs.prefix ? 0 : 1
    for (const place of vocabulary.places[at] ?? []) {
      const unit = Math.trunc(place / placesPerUnit)
      if (cost >= (matches.costs[unit] ?? 0)) continue
      matches.costs[unit] = cost
      matches.positions[unit] = place % placesPerUnit
      matches.isWhole[unit] = isWhole
      matches.units.push(unit)
    }
  }
  addBeginnings(index, word, options, add)
  if (options.isThorough || units.length === 0) addSlips(index, word, options, add)
  return matches
}

type Add = (vocabulary: Vocabulary, at: number, cost: number) => void

function addBeginnings(index: PlacesIndex, word: string, { isLast }: MatchOptions, add: Add) {
  const { words, joined } = index
  for (let at = findStart(words, word); words.words[at]?.startsWith(word); at += 1)
    add(words, at, words.words[at] === word ? costs.exact : isLast ? costs.ending : costs.prefix)
  for (const initials of [index.initials, index.wardInitials]) {
    const short = findStart(initials, word)
    if (initials.words[short] === word) add(initials, short, costs.initials)
  }
  for (let at = findStart(joined, word); joined.words[at]?.startsWith(word); at += 1)
    if (joined.words[at] === word) add(joined, at, costs.joined)
    else if (word.length >= 4) add(joined, at, costs.prefix)
}

function addSlips(index: PlacesIndex, word: string, { isRelaxed }: MatchOptions, add: Add) {
  const limit = countSlips(word, isRelaxed)
  if (limit === 0) return
  for (const vocabulary of [index.words, index.joined])
    for (const at of findNear(vocabulary, word, limit))
      add(
        vocabulary,
        at,
        isWithinEdits(word, vocabulary.words[at] ?? '', 1) ? costs.slip : costs.slips,
      )
}

/** A slip in a short word makes another word, and there is no slip in a number. */
function countSlips(word: string, isRelaxed: boolean): number {
  if (/\d/.test(word) || word.length > 40) return 0
  if (isRelaxed) return word.length >= 7 ? 2 : word.length >= 2 ? 1 : 0
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

function findNear({ words, letters }: Vocabulary, word: string, limit: number): number[] {
  const bits = toLetterBits(word)
  const near: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (Math.abs((words[at] ?? '').length - word.length) > limit) continue
    // A slip changes two letters at most.
    if (countBits(bits ^ (letters[at] ?? 0)) > 2 * limit) continue
    if (isWithinEdits(word, words[at] ?? '', limit)) near.push(at)
  }
  return near
}

function countBits(bits: number): number {
  let rest = bits
  let count = 0
  for (; rest !== 0; count += 1) rest &= rest - 1
  return count
}
