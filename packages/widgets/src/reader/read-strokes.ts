import { type RecognizedQr, recognizeQr } from '@kbyt/sdk/qr'
import { type Affixes, type Stripped, stripAffixes } from './strip-affixes.js'
import type { Stroke } from './stroke.js'
import { toDigit } from './us-layout.js'

export interface Reading extends Stripped {
  readonly recognized: RecognizedQr
}

/**
 * What the reader meant by its keys. They are read by their places, by places and letters mixed, and as
 * the system wrote them; the first reading that is a code we know counts.
 */
export function readStrokes(strokes: readonly Stroke[], affixes: Affixes): Reading {
  const texts = [joinDigits, joinPlaces, joinMixed, joinTyped]
  let first: Reading | undefined
  for (const toText of texts) {
    const text = toText(strokes)
    if (text === undefined) continue
    const reading = read(text, affixes)
    if (reading.recognized.kind !== 'unknown') return reading
    first ??= reading
  }
  return first ?? read('', affixes)
}

/** The text as the system wrote it, with what it took back taken back. */
export function join(
  strokes: readonly Stroke[],
  toText: (stroke: Stroke) => string = ({ typed, place }) => typed ?? place ?? '',
): string {
  const letters: string[] = []
  for (const stroke of strokes)
    if (stroke.kind === 'back') letters.pop()
    else letters.push(toText(stroke))
  return letters.join('')
}

function read(text: string, affixes: Affixes): Reading {
  const stripped = stripAffixes(text, affixes)
  return { ...stripped, recognized: recognizeQr(stripped.text) }
}

/** Nothing but digit keys: digits, also where the layout wants Shift for them (AZERTY). */
function joinDigits(strokes: readonly Stroke[]): string | undefined {
  const digits = strokes.map(({ code }) => toDigit(code))
  return digits.includes(undefined) ? undefined : digits.join('')
}

/** The US layout's text; undefined where an input method has rewritten some of it. */
function joinPlaces(strokes: readonly Stroke[]): string | undefined {
  const places = strokes.map(({ place }) => place)
  return places.includes(undefined) ? undefined : places.join('')
}

const joinMixed = (strokes: readonly Stroke[]) => join(strokes, toMixed)
const joinTyped = (strokes: readonly Stroke[]) => join(strokes, ({ typed }) => typed ?? '')

/** Digits and bars by their place, letters as the system has them, by place where it hides them. */
function toMixed({ code, isShifted, typed, place }: Stroke): string {
  const isDigit = toDigit(code) !== undefined && !isShifted
  const isBar = code === 'Backslash' && isShifted
  if (isDigit || isBar) return place ?? ''
  return (typed && isAscii(typed) ? typed : place) ?? typed ?? ''
}

const isAscii = (letter: string) => letter.charCodeAt(0) < 0x7f
