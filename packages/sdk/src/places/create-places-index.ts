import type { PlacesIndex } from './places-index.js'
import { readSearchText } from './read-search-text.js'
import { toSearchWords } from './to-search-words.js'
import { unitTypes } from './unit-types.js'
import { createVocabulary, placesPerUnit } from './vocabulary.js'

const typeName = new RegExp(
  `^(?:${Object.values(unitTypes)
    .map(({ name }) => name)
    .join('|')}) `,
)

function addPlace(entries: Map<string, number[]>, word: string, place: number) {
  const places = entries.get(word)
  if (places) places.push(place)
  else entries.set(word, [place])
}

/** Takes some tenths of a second for the largest version: once, before the first search. */
export function createPlacesIndex(version: string, text: string): PlacesIndex {
  const units = readSearchText(text)
  const words = new Map<string, number[]>()
  const joined = new Map<string, number[]>()
  const initials = new Map<string, number[]>()
  const wardInitials = new Map<string, number[]>()
  units.forEach(({ name, otherNames, level }, unit) => {
    for (const each of [name.replace(typeName, ''), ...otherNames]) {
      const parts = toSearchWords(each)
      const first = unit * placesPerUnit
      parts.forEach((word, position) => {
        addPlace(words, word, first + position)
      })
      if (parts.length < 2) continue
      addPlace(joined, parts.join(''), first)
      const letters = parts.map((word) => word[0]).join('')
      if (level === 'ward') {
        if (letters.length >= 3) addPlace(wardInitials, letters, first)
        continue
      }
      for (let end = 2; end <= letters.length; end += 1)
        addPlace(initials, letters.slice(0, end), first)
    }
  })
  return {
    version,
    units,
    words: createVocabulary(words),
    joined: createVocabulary(joined),
    initials: createVocabulary(initials),
    wardInitials: createVocabulary(wardInitials),
  }
}
