import type { Unit } from '../schema/places.js'
import { countLostMarks, listMarkedWords } from './count-lost-marks.js'
import { createMatcher } from './match-term.js'
import type { PlacesIndex } from './places-index.js'
import { rankUnits } from './rank-units.js'
import { readQuery } from './read-query.js'
import type { PlaceLevel } from './unit-types.js'

/** A unit at its level. */
export interface LeveledUnit extends Unit {
  readonly level: PlaceLevel
}

/** A unit that answers a query. */
export interface PlaceHit extends LeveledUnit {
  /** The units it lies in, the nearest first: district (none since 1 July 2025), province. */
  readonly path: readonly LeveledUnit[]
}

export interface SearchPlacesOptions {
  /** Only units of these levels. @defaultValue all */
  readonly levels?: readonly PlaceLevel[]
  /** Only units of this province, by its code. @defaultValue all */
  readonly provinceCode?: string
  /** @defaultValue 10 */
  readonly limit?: number
}

/**
 * Finds units by what people type: without accents, by their names and those they lie in, in any order,
 * with abbreviations ("tp hue", "p. an cuu", "q1"), blanks left out, a slip or two, and the letters of an
 * input method that was off. The best come first; nothing is found for an empty text.
 *
 * @example
 * import { loadPlacesIndex, searchPlaces } from '@kbyt/sdk/places'
 *
 * const index = await loadPlacesIndex('2021-03')
 * if (index) searchPlaces(index, 'p an cuu, tp hue', { levels: ['ward'] })[0]?.code // '19801'
 */
export function searchPlaces(
  index: PlacesIndex,
  text: string,
  options: SearchPlacesOptions = {},
): PlaceHit[] {
  const { levels, provinceCode, limit = 10 } = options
  const isWanted = (hit: PlaceHit) =>
    (!levels || levels.includes(hit.level)) &&
    (!provinceCode || [hit, ...hit.path].at(-1)?.code === provinceCode)
  const hits: PlaceHit[] = []
  for (const unit of listBest(index, text)) {
    if (hits.length >= limit) break
    const hit = toHit(index, unit)
    if (hit && isWanted(hit)) hits.push(hit)
  }
  return hits
}

/** Marks decide between near equals, and there may be hundreds of those. */
const mostMarked = 50
const lostMarkCost = 4

/** Every unit that answers, best first; slips in short words only where nothing answers without. */
function listBest(index: PlacesIndex, text: string): number[] {
  const readings = readQuery(index, text)
  const strict = rankReadings(index, readings, false)
  const ranked = strict.size > 0 ? strict : rankReadings(index, readings, true)
  const sorted = sortByCost(ranked)
  const marked = listMarkedWords(text)
  const mostLost = (sorted[0]?.[1] ?? 0) + marked.length * lostMarkCost
  const close = sorted.slice(0, mostMarked).filter(([, cost]) => cost <= mostLost)
  const best = close.map(([unit, cost]): [number, number] => {
    const lost = countLostMarks(marked, listNames(index, unit))
    return [unit, cost + lost * lostMarkCost]
  })
  return [...sortByCost(best), ...sorted.slice(close.length)].map(([unit]) => unit)
}

const sortByCost = (ranked: Iterable<[number, number]>) =>
  [...ranked].sort(([unit, cost], [otherUnit, otherCost]) => cost - otherCost || unit - otherUnit)

function listNames({ units }: Pick<PlacesIndex, 'units'>, unit: number): string[] {
  const found = units[unit]
  return found ? [found.name, ...found.otherNames, ...listNames({ units }, found.parent)] : []
}

function rankReadings(
  index: PlacesIndex,
  readings: ReturnType<typeof readQuery>,
  isRelaxed: boolean,
): Map<number, number> {
  const match = createMatcher(index, isRelaxed)
  const best = new Map<number, number>()
  for (const terms of readings) {
    const mayMiss = isRelaxed ? Math.floor(terms.length / 4) : 0
    for (const [unit, cost] of rankUnits(index, terms, { match, mayMiss }))
      best.set(unit, Math.min(cost, best.get(unit) ?? cost))
  }
  return best
}

function toHit({ units }: PlacesIndex, unit: number): PlaceHit | undefined {
  const [found, ...path] = listUpward(units, unit)
  return found && { ...found, path }
}

function listUpward(units: PlacesIndex['units'], unit: number): LeveledUnit[] {
  const found = units[unit]
  if (!found) return []
  const { level, code, name, parent } = found
  return [{ level, code, name }, ...listUpward(units, parent)]
}
