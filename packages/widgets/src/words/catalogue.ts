import type { Language } from '@kbyt/sdk/schema'

/**
 * One element's words in both languages, groups of plain sentences: data that a host can write as JSON
 * and a translator can read. The type of the Vietnamese ones binds the English ones.
 */
export type Catalogue<Words extends object> = Readonly<Record<Language, Words>>

/** What a host may say differently, sentence by sentence. */
export type WordOverrides<Words extends object> = {
  readonly [Group in keyof Words]?: Partial<Words[Group]>
}

/** The catalogue's words with the host's own in their place. */
export function mergeWords<Words extends object>(
  words: Words,
  overrides: WordOverrides<Words> | undefined,
): Words {
  const merged = { ...words }
  for (const group of Object.keys(words) as (keyof Words)[]) {
    merged[group] = { ...words[group], ...overrides?.[group] }
  }
  return merged
}

/**
 * Puts values into a sentence; a name without a value stays as it is.
 *
 * @example
 * fillWords('Bước {step}/{steps}', { step: 2, steps: 5 }) // 'Bước 2/5'
 */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
