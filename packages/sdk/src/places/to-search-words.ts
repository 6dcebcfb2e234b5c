import { foldName } from '../schema/person-name.js'

// "Mỹ" and "Mĩ", "Quy Nhơn" and "Qui Nhơn": the last letter of an open syllable, written either way.
const openY = /^(qu|[bcdghklmnpqrstvx]+)y$/
// "Đắk Lắk" and "Đắc Lắc": a k that closes a syllable.
const closingK = /([aeiou])k(?![aeiouhr])/g

/** The words of a name or a query, folded so that two usual spellings give the same word. */
export function toSearchWords(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) =>
      word
        .replace(openY, '$1i')
        .replace(closingK, '$1c')
        .replace(/^0+(?=\d)/, ''),
    )
}
