import type { ReaderKey } from './reader-key.js'

/** What a keyboard sends for one character, before layout and input method. */
interface Stroke {
  readonly code: string
  readonly shiftKey: boolean
  readonly character: string
}

const shiftedDigits = ')!@#$%^&*('
const signs: Record<string, [code: string, isShifted: boolean]> = {
  '|': ['Backslash', true],
  '/': ['Slash', false],
  ':': ['Semicolon', true],
  '.': ['Period', false],
  '-': ['Minus', false],
  ' ': ['Space', false],
}

/** The strokes of a reader set to the US layout, as they leave the factory. */
function toStroke(character: string): Stroke {
  if (/\d/.test(character)) return { code: `Digit${character}`, shiftKey: false, character }
  const digit = shiftedDigits.indexOf(character)
  if (digit >= 0) return { code: `Digit${digit}`, shiftKey: true, character }
  const [code, shiftKey] = signs[character] ?? [
    `Key${character.toUpperCase()}`,
    character !== character.toLowerCase(),
  ]
  return { code, shiftKey, character }
}

/** Turns what the reader meant into the keys a browser sees. */
export type Layout = (stroke: Stroke) => string

export const us: Layout = ({ character }) => character

export const capsLock: Layout = ({ character }) =>
  character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()

// xkb-data symbols/vn: the top row has the letters of Vietnamese and its tones.
const tcvnRow = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
export const tcvn: Layout = ({ code, character }) =>
  code.startsWith('Digit') ? (tcvnRow[Number(code.slice(5))] ?? '') : character

const azertyRow = ['à', '&', 'é', '"', "'", '(', '-', 'è', '_', 'ç']
export const azerty: Layout = ({ code, shiftKey, character }) => {
  if (!code.startsWith('Digit')) return character
  const digit = code.slice(5)
  return shiftKey ? digit : (azertyRow[Number(digit)] ?? '')
}

/** An AZERTY reader that presses Shift for digits, on the AZERTY layout. */
export function toAzertyReaderKeys(text: string): ReaderKey[] {
  return [...text].flatMap((digit, index) => [
    toKey('Shift', 'ShiftLeft', true, index * 16),
    toKey(digit, `Digit${digit}`, true, index * 16 + 8),
  ])
}

function toKey(key: string, code: string, shiftKey: boolean, timeStamp: number): ReaderKey {
  const isNever = { ctrlKey: false, altKey: false, metaKey: false, repeat: false }
  return { key, code, shiftKey, timeStamp, ...isNever }
}

interface TypingOptions {
  /** @defaultValue 16, a full-speed reader */
  readonly paceMs?: number
  readonly layout?: Layout
  readonly end?: 'Enter' | 'Tab' | undefined
}

/** The `keydown` events of a text, one after the other. */
export function toKeys(
  text: string,
  { paceMs = 16, layout = us, end }: TypingOptions = {},
): ReaderKey[] {
  const keys = [...text].map((character, index) => {
    const stroke = toStroke(character)
    return toKey(layout(stroke), stroke.code, stroke.shiftKey, index * paceMs)
  })
  return end ? [...keys, toKey(end, end, false, text.length * paceMs)] : keys
}

const doubles: Record<string, string> = {
  aa: 'â',
  ee: 'ê',
  oo: 'ô',
  dd: 'đ',
  aw: 'ă',
  ow: 'ơ',
  uw: 'ư',
}
const tones: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
}

/**
 * The keys as UniKey in Telex lets them through: a letter that changes the one before is held back,
 * Backspace and the changed letter come in its place, without a `code`. Everything else passes.
 */
export function throughTelex(keys: readonly ReaderKey[]): ReaderKey[] {
  let before = ''
  return keys.flatMap((press) => {
    const changed = toTelexLetter(before, press.key)
    before = changed ?? press.key
    if (changed === undefined) return [press]
    return [
      { ...press, key: 'Backspace', code: 'Backspace' },
      { ...press, key: changed, code: '', timeStamp: press.timeStamp + 1 },
    ]
  })
}

function toTelexLetter(before: string, key: string): string | undefined {
  const double = doubles[(before + key).toLowerCase()]
  if (double) return before === before.toLowerCase() ? double : double.toUpperCase()
  const tone = tones[key.toLowerCase()]
  return tone && /^[aăâeêioôơuưy]$/i.test(before) ? (before + tone).normalize('NFC') : undefined
}
