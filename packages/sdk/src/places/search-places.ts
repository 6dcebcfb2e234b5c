import type { Unit } from '../schema/places.js'
import { countLostMarks, listMarkedWords } from './count-lost-marks.js'
import { createMatcher, unmatched } from './match-term.js'
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

/** What {@link searchPlaces} looks for, and how much of it. */
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
  for (const key of listBest(index, text.slice(0, maxLength))) {
    if (hits.length >= limit) break
    const hit = toHit(index, toUnit(key))
    if (hit && isWanted(hit)) hits.push(hit)
  }
  return hits
}

/** Marks decide between near equals, and there may be hundreds of those. */
const mostMarked = 50
const lostMarkCost = 4
/** Longer than any address. */
const maxLength = 200
/** More than any version has. */
const maxUnits = 2 ** 16
/** Of more words one that has a slip stands out by itself. */
const mostThoroughTerms = 5

/** Every unit that answers, best first. */
function listBest(index: PlacesIndex, text: string): Float64Array {
  const keys = rankText(index, text)
  const marked = listMarkedWords(text)
  const mostLost = toCost(keys[0] ?? 0) + marked.length * lostMarkCost
  const close = keys.subarray(0, mostMarked).filter((key) => toCost(key) <= mostLost)
  const best = close.map((key) => {
    const lost = countLostMarks(marked, listNames(index, toUnit(key)))
    return key + lost * lostMarkCost * maxUnits
  })
  keys.set(best.sort())
  return keys
}

/**
 * As it stands; else without what stands before its first commas, a house and a street; else with slips
 * in short words.
 */
function rankText(index: PlacesIndex, text: string): Float64Array {
  const parts = text.split(',')
  for (let skipped = 0; skipped < Math.min(parts.length, 3); skipped += 1) {
    const keys = rankReadings(index, readQuery(index, parts.slice(skipped).join(' ')), false)
    if (keys.length > 0) return keys
  }
  return rankReadings(index, readQuery(index, text), true)
}

// A unit and its cost as one number, for there may be thousands to sort: by cost, equals as the units stand.
const toKey = (cost: number, unit: number) => cost * maxUnits + unit
const toCost = (key: number) => Math.floor(key / maxUnits)
const toUnit = (key: number) => key % maxUnits

function listNames({ units }: Pick<PlacesIndex, 'units'>, unit: number): string[] {
  const found = units[unit]
  return found ? [found.name, ...found.otherNames, ...listNames({ units }, found.parent)] : []
}

function rankReadings(
  index: PlacesIndex,
  readings: ReturnType<typeof readQuery>,
  isRelaxed: boolean,
): Float64Array {
  const mostTerms = Math.max(...readings.map((terms) => terms.length))
  const isThorough = isRelaxed && mostTerms <= mostThoroughTerms
  const match = createMatcher(index, { isRelaxed, isThorough })
  const ranked = readings.map((terms) => {
    const mayMiss = isRelaxed ? Math.floor(terms.length / 4) : 0
    return rankUnits(index, terms, { match, mayMiss })
  })
  const keys: number[] = []
  for (let unit = 0; unit < index.units.length; unit += 1) {
    let cost: number = unmatched
    for (const costs of ranked) cost = Math.min(cost, costs[unit] ?? unmatched)
    if (cost < unmatched) keys.push(toKey(cost, unit))
  }
  return Float64Array.from(keys).sort()
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
