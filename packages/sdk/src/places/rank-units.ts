import { type TermMatches, unmatched } from './match-term.js'
import type { PlacesIndex } from './places-index.js'
import type { Term } from './read-query.js'
import type { PlaceLevel } from './unit-types.js'

/** Beside what a word costs itself: see `match-term.ts`. */
const costs = {
  above: 5,
  uncovered: 6,
  late: 3,
  disordered: 4,
  twice: 30,
  otherType: 15,
  missing: 90,
} as const
const levelCosts: Record<PlaceLevel, number> = { province: 0, district: 1, ward: 2 }

interface Candidate {
  readonly term: Term
  readonly matches: TermMatches
  /** What the units above answer, once it was asked: a thousand wards lie in one province. */
  readonly above: Map<number, number>
}

export interface RankUnitsOptions {
  readonly match: (word: string, isLast: boolean) => TermMatches
  /** How many words a unit may leave unanswered. */
  readonly mayMiss: number
}

/**
 * What each unit costs that answers all words by its own name and its parents', at least one by its own;
 * {@link unmatched} for the others.
 */
export function rankUnits(
  index: PlacesIndex,
  terms: readonly Term[],
  { match, mayMiss }: RankUnitsOptions,
): Uint16Array {
  const candidates = terms.map((term, at) => ({
    term,
    matches: match(term.word, at === terms.length - 1),
    above: new Map<number, number>(),
  }))
  const isRanked = new Uint8Array(index.units.length)
  const ranked = new Uint16Array(index.units.length).fill(unmatched)
  for (const { matches } of candidates)
    for (const unit of matches.units) {
      if (isRanked[unit]) continue
      isRanked[unit] = 1
      ranked[unit] = rankUnit(index, candidates, unit, mayMiss)
    }
  return ranked
}

function rankUnit(
  index: PlacesIndex,
  candidates: readonly Candidate[],
  unit: number,
  mayMiss: number,
): number {
  const { units } = index
  const own = units[unit]
  if (!own) return unmatched
  let cost = levelCosts[own.level]
  let covered = 0
  let missing = 0
  let last = -1
  for (const candidate of candidates) {
    const ownCost = rankTerm(index, candidate, unit)
    const aboveCost = rankAbove(index, candidate, own.parent)
    const best = Math.min(ownCost, aboveCost)
    if (best >= unmatched) {
      missing += 1
      if (missing > mayMiss) return unmatched
      cost += costs.missing
      continue
    }
    cost += best
    if (ownCost > aboveCost) continue
    const position = candidate.matches.positions[unit] ?? 0
    if (last < 0 && position > 0) cost += costs.late
    if (position < last) cost += costs.disordered
    if (position === last) cost += costs.twice
    else covered += candidate.matches.isWhole[unit] ? own.wordCount : 1
    last = position
  }
  if (covered === 0) return unmatched
  return cost + costs.uncovered * Math.max(0, own.wordCount - covered)
}

/** How well one unit's own name and type answer a word. */
function rankTerm({ units }: PlacesIndex, { term, matches }: Candidate, unit: number): number {
  const cost = matches.costs[unit] ?? unmatched
  if (cost >= unmatched) return unmatched
  return cost + (term.type && term.type !== units[unit]?.type ? costs.otherType : 0)
}

/** How well a unit or one it lies in answers a word that its wards' own names may not. */
function rankAbove(index: PlacesIndex, candidate: Candidate, unit: number): number {
  if (unit < 0) return unmatched
  const known = candidate.above.get(unit)
  if (known !== undefined) return known
  const own = rankTerm(index, candidate, unit) + costs.above
  const higher = rankAbove(index, candidate, index.units[unit]?.parent ?? -1)
  const best = Math.min(own, higher, unmatched)
  candidate.above.set(unit, best)
  return best
}
