import { toPlainText } from '../schema/text.js'

/** Bytes of UTF-8 that keep a domestic pass within QR version 7. */
const maxBytes = 17

const isShort = (text: string) => new TextEncoder().encode(text).length <= maxBytes
const toInitial = (word: string) => /\p{L}\p{M}*/u.exec(word)?.[0].toLocaleUpperCase('vi') ?? ''

/** "THẢO" and "thảo" become "Thảo"; "K'Brêu" and "McKay" stay. */
function toShownWord(word: string): string {
  const lower = word.toLocaleLowerCase('vi')
  if (word !== lower && word !== word.toLocaleUpperCase('vi')) return word
  return lower.replace(/\p{L}\p{M}*/u, (letter) => letter.toLocaleUpperCase('vi'))
}

function cut(text: string): string {
  let kept = ''
  for (const character of text) {
    if (!isShort(kept + character)) break
    kept += character
  }
  return kept.trimEnd()
}

/**
 * The name as a pass shows it: initials and the given name in full, which is what an officer needs
 * beside the ID card, in at most 17 bytes. Middle initials go first, from the left, then the family
 * name's; a given name that is too long alone is cut.
 *
 * @throws {TypeError} The name is empty.
 * @example
 * import { toDisplayName } from '@kbyt/sdk/qr/sign'
 *
 * toDisplayName('Nguyễn Thị Phương Thảo') // 'N.T.P. Thảo'
 */
export function toDisplayName(fullName: string): string {
  const words = toPlainText(fullName).split(' ')
  const given = toShownWord(words.at(-1) ?? '')
  if (given === '') throw new TypeError('fullName is empty')
  const [family, ...middle] = words.slice(0, -1).map(toInitial).filter(Boolean)
  if (family === undefined) return cut(given)

  const shortenings = middle.map((_, dropped) => [family, ...middle.slice(dropped)])
  const shown = [...shortenings, [family]].map((initials) => `${initials.join('.')}. ${given}`)
  return shown.find(isShort) ?? cut(given)
}
