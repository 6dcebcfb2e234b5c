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
}

export interface RankUnitsOptions {
  readonly match: (word: string, isLast: boolean) => TermMatches
  /** How many words a unit may leave unanswered. */
  readonly mayMiss: number
}

/** The units that answer all words by their own names and their parents', at least one by their own. */
export function rankUnits(
  index: PlacesIndex,
  terms: readonly Term[],
  { match, mayMiss }: RankUnitsOptions,
): Map<number, number> {
  const candidates = terms.map((term, at) => ({
    term,
    matches: match(term.word, at === terms.length - 1),
  }))
  const ranked = new Map<number, number>()
  for (const unit of new Set(candidates.flatMap(({ matches }) => matches.units))) {
    const cost = rankUnit(index, candidates, unit, mayMiss)
    if (cost < unmatched) ranked.set(unit, cost)
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

function rankAbove(index: PlacesIndex, candidate: Candidate, parent: number): number {
  let best: number = unmatched
  for (let unit = parent; unit >= 0; unit = index.units[unit]?.parent ?? -1) {
    const cost = rankTerm(index, candidate, unit)
    if (cost < unmatched) best = Math.min(best, cost + costs.above)
  }
  return best
}
