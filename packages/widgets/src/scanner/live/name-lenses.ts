import { fillWords } from '../../words/catalogue.js'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import type { Lens } from '../camera/lenses.js'

// Android's names are numbers: "camera2 0, facing back".
const android = /^camera2? \d+, facing (back|front)/

/** What people call the lenses: the browser's names, or numbers where it has none or strange ones. */
export function nameLenses(
  lenses: readonly Lens[],
  words: LiveWords['controls'],
): readonly string[] {
  const counts = new Map<string, number>()
  return lenses.map(({ label }) => {
    const side = android.exec(label)?.[1]
    if (label && !side) return label
    const word = side === 'back' ? words.backLens : side ? words.frontLens : words.lensNumber
    const number = (counts.get(word) ?? 0) + 1
    counts.set(word, number)
    return fillWords(word, { number })
  })
}
