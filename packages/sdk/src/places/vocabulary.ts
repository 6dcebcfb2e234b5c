/** Words, sorted, each with where it stands: `unit × placesPerUnit + position of the word in the name`. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** Which letters a word has, a bit each: tells most words apart from another without comparing them. */
  readonly letters: Int32Array
  readonly places: readonly (readonly number[])[]
}

/** More words than any name has, and a power of two. */
export const placesPerUnit = 16

/** One bit per letter or digit. */
export function toLetterBits(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) % 31)
  return bits
}

export function createVocabulary(entries: ReadonlyMap<string, readonly number[]>): Vocabulary {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    words: sorted.map(([word]) => word),
    letters: Int32Array.from(sorted, ([word]) => toLetterBits(word)),
    places: sorted.map(([, places]) => places),
  }
}

/** Where a word stands among the sorted, or would stand. */
export function findStart({ words }: Vocabulary, word: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

export function hasWord(vocabulary: Vocabulary, word: string): boolean {
  return vocabulary.words[findStart(vocabulary, word)] === word
}

export function hasBeginning(vocabulary: Vocabulary, beginning: string): boolean {
  return vocabulary.words[findStart(vocabulary, beginning)]?.startsWith(beginning) ?? false
}
