import type { Stroke } from './stroke.js'
import { toDigit } from './us-layout.js'

/** The keyboard layout the machine is set to, as far as the keys of a scan tell. */
export type KeyboardLayout = 'us' | 'vietnamese' | 'azerty' | 'other'

// What the top row writes: xkb-data symbols/vn and fr; Windows has the same.
const vietnameseRow = 'đăâêô\u0300\u0309\u0303\u0301\u0323'
const azertyRow = 'à&é"\'(-è_ç'

/**
 * Finds the layout by what keys wrote at their places. Where a reader and the machine agree on AZERTY the
 * digits come with Shift, which tells as well.
 */
export function findLayout(strokes: readonly Stroke[]): KeyboardLayout {
  const written = strokes.filter(({ kind, typed }) => kind === 'character' && typed)
  const strange = written.filter(({ typed, place }) => !isSameKey(typed, place))
  if (strange.length === 0) return 'us'
  if (strange.every((stroke) => isOfRow(stroke, vietnameseRow) || isVowel(stroke)))
    return 'vietnamese'
  return strange.some(isAzerty) ? 'azerty' : 'other'
}

/** Caps Lock changes the case, not the key. */
const isSameKey = (typed = '', place = '') =>
  typed.toLowerCase() === place.toLowerCase() || place === ''

const isOfRow = ({ code, typed = '' }: Stroke, row: string) =>
  row.includes(typed.toLowerCase()) && row.indexOf(typed.toLowerCase()) === Number(toDigit(code))

/** The brackets write ư and ơ there. */
const isVowel = ({ code, typed = '' }: Stroke) =>
  (code === 'BracketLeft' && /ư/i.test(typed)) || (code === 'BracketRight' && /ơ/i.test(typed))

function isAzerty(stroke: Stroke): boolean {
  const digit = toDigit(stroke.code)
  if (digit) return isOfRow(stroke, azertyRow) || (stroke.isShifted && stroke.typed === digit)
  return stroke.code === 'KeyQ' || stroke.code === 'KeyA'
}
