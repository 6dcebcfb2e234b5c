import type { PlacesIndex } from './places-index.js'
import { splitJoinedWord } from './split-joined-word.js'
import { toSearchWords } from './to-search-words.js'
import { toUntypedTelex } from './to-untyped-telex.js'
import { type TypeWords, typeAbbreviations, typeWords } from './unit-types.js'
import { hasBeginning } from './vocabulary.js'

/** A word that must be in a name, and the type written before it: "p" and "an" of "P. An Cựu". */
export interface Term {
  readonly word: string
  readonly type: TypeWords | undefined
}

/** Nobody types more, and the time to search grows with it. */
const maxWords = 12
const numbered = /^(p|f|q|phuong|quan)(\d+)$/

/** The ways to read a query, the likelier first: types as types, as parts of a name, joined words split. */
export function readQuery(index: PlacesIndex, text: string): Term[][] {
  const words = toSearchWords(text)
    .slice(0, maxWords)
    .map((word) => toKnownWord(index, word))
  const split = words.flatMap((word) => splitJoinedWord(index, word)).slice(0, maxWords)
  const readings = [
    toTerms(words),
    words.map((word) => ({ word, type: undefined })),
    toTerms(split),
  ]
  const seen = new Set<string>()
  return readings.filter((terms) => {
    const key = JSON.stringify(terms)
    return terms.length > 0 && !seen.has(key) && seen.add(key)
  })
}

/** "huees" and "hue61" as "hue", where the keyboard's letters make no word themselves. */
function toKnownWord({ words }: PlacesIndex, word: string): string {
  if (numbered.test(word) || typeAbbreviations.has(word) || hasBeginning(words, word)) return word
  const plain = toUntypedTelex(word)
  return plain && (hasBeginning(words, plain) || typeWords.has(plain)) ? plain : word
}

function toTerms(words: readonly string[]): Term[] {
  const parts = words.flatMap((word) => {
    const [, letter, number] = numbered.exec(word) ?? []
    return letter && number ? [letter, number] : [word]
  })
  const terms: Term[] = []
  let type: TypeWords | undefined
  let isAfterType = false
  for (let at = 0; at < parts.length; ) {
    const [one = '', pair = ''] = [parts[at], parts.slice(at, at + 2).join(' ')]
    const found = typeWords.get(pair) ?? typeWords.get(one) ?? typeAbbreviations.get(one)
    // "Phường Phường Đúc": after a type a name begins, whatever it looks like.
    const isName: boolean = !found || (isAfterType && typeWords.has(one))
    if (isName) terms.push({ word: one, type })
    type = isName ? undefined : found
    isAfterType = !isName
    at += !isName && found === pair ? 2 : 1
  }
  return terms
}
