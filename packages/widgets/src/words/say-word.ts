/** What people read for a word; one that a newer server has learned since stands for itself (decision 0008). */
export function sayWord(sentences: Readonly<Record<string, string>>, word: string): string {
  return (Object.hasOwn(sentences, word) && sentences[word]) || word
}
