import type { PlacesIndex } from './places-index.js'
import { typeAbbreviations, typeWords } from './unit-types.js'
import { hasWord } from './vocabulary.js'

/**
 * "tphue" as tp, hue; "phuongancuuhue" as phuong, ancuu, hue: the fewest known parts, or the word as it
 * is. A long part wins over a short one, and no part is a single letter but the type before a name.
 */
export function splitJoinedWord(index: PlacesIndex, word: string): string[] {
  if (word.length > 40 || isPart(index, word)) return [word]
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end += 1)
    for (let start = 0; start < end; start += 1) {
      const part = word.slice(start, end)
      const before = best[start]
      if (!before || !isPart(index, part)) continue
      const parts = [...before, part]
      if (parts.length < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = parts
    }
  return best[word.length] ?? [word]
}

function isPart(index: PlacesIndex, part: string): boolean {
  const isType = typeWords.has(part) || typeAbbreviations.has(part)
  if (part.length === 1) return isType || /\d/.test(part)
  return (
    isType ||
    hasWord(index.words, part) ||
    hasWord(index.joined, part) ||
    (part.length > 2 && hasWord(index.initials, part))
  )
}
