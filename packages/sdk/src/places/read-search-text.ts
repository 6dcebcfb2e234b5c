import type { IndexedUnit } from './places-index.js'
import { toSearchWords } from './to-search-words.js'
import { type PlaceLevel, type UnitLetter, unitTypes } from './unit-types.js'

const codeLengths = { province: 2, district: 3, ward: 5 } as const
const isLetter = (text: string): text is UnitLetter => Object.hasOwn(unitTypes, text)

/** Reads the generated text: one line per unit, under its parent (scripts/places/print-search.mjs). */
export function readSearchText(text: string): IndexedUnit[] {
  const units: IndexedUnit[] = []
  const codes = { province: 0, district: 0, ward: 0 }
  const parents = { province: -1, district: -1 }
  for (const [, letter = '', step, names = ''] of text.matchAll(/^(.)(-?\d+) (.+)$/gm)) {
    if (!isLetter(letter)) continue
    const { level, name: type, words } = unitTypes[letter]
    codes[level] += Number(step)
    const [name = '', ...otherNames] = names.split('|')
    units.push({
      level,
      type: words,
      code: String(codes[level]).padStart(codeLengths[level], '0'),
      name: `${type} ${name}`,
      wordCount: toSearchWords(name).length,
      parent: findParent(level, parents),
      otherNames,
    })
    if (level === 'province') Object.assign(parents, { province: units.length - 1, district: -1 })
    if (level === 'district') parents.district = units.length - 1
  }
  return units
}

function findParent(
  level: PlaceLevel,
  { province, district }: Record<'province' | 'district', number>,
) {
  if (level === 'province') return -1
  return level === 'ward' && district >= 0 ? district : province
}
