import { toPlainText } from '../schema/text.js'

/** A word's letters, and its marks apart, in one order: "hòa" and "hoà" are one word. */
function toMarkedWord(word: string): string {
  const marks = word.match(/\p{M}/gu) ?? []
  return word.replace(/\p{M}/gu, '') + marks.sort().join('')
}

const splitMarked = (text: string) =>
  toPlainText(text)
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(toMarkedWord)

/** The words of a query that were typed with marks, as {@link countLostMarks} takes them. */
export function listMarkedWords(text: string): string[] {
  return splitMarked(text).filter((word) => /[\p{M}đ]/u.test(word))
}

/** How many of them stand in none of the names: whoever types "Huế" does not mean "Huệ". */
export function countLostMarks(marked: readonly string[], names: readonly string[]): number {
  if (marked.length === 0) return 0
  const words = new Set(names.flatMap(splitMarked))
  return marked.filter((word) => !words.has(word)).length
}
