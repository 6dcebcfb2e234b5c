import type { Reader } from './create-reader.js'
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
  ',': ['Comma', false],
  ']': ['BracketRight', false],
  '~': ['Backquote', true],
  '#': ['Digit3', true],
  "'": ['Quote', false],
  '?': ['Slash', true],
  '+': ['Equal', true],
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

const marks = { grave: '\u0300', hook: '\u0309', tilde: '\u0303', acute: '\u0301', dot: '\u0323' }
const { grave, hook, tilde, acute, dot } = marks
const circumflex = '\u0302'
const breve = '\u0306'
const horn = '\u031b'

/** The keys that change the letter before, and what they put on it. */
type InputMethod = Readonly<Record<string, readonly [letters: RegExp, mark: string]>>

const vowels = /^[aăâeêioôơuưy]$/i
const telex: InputMethod = {
  a: [/^a$/i, circumflex],
  e: [/^e$/i, circumflex],
  o: [/^o$/i, circumflex],
  s: [vowels, acute],
  f: [vowels, grave],
  r: [vowels, hook],
  x: [vowels, tilde],
  j: [vowels, dot],
}
const vni: InputMethod = {
  1: [vowels, acute],
  2: [vowels, grave],
  3: [vowels, hook],
  4: [vowels, tilde],
  5: [vowels, dot],
  6: [/^[aeo]$/i, circumflex],
  7: [/^[ou]$/i, horn],
  8: [/^a$/i, breve],
}
const viqr: InputMethod = {
  "'": [vowels, acute],
  '`': [vowels, grave],
  '?': [vowels, hook],
  '~': [vowels, tilde],
  '.': [vowels, dot],
  '^': [/^[aeo]$/i, circumflex],
  '+': [/^[ou]$/i, horn],
  '(': [/^a$/i, breve],
}

/** Ways an input method hands a changed letter to the page. */
interface Changes {
  /** Chromium's `VK_PACKET` says the letter only in `keypress`, Firefox in `keydown` as well. */
  readonly isUnnamed?: boolean
}

/**
 * The keys as UniKey lets them through: a letter that changes the one before is held back, Backspace and
 * the changed letter come in its place, without a `code`. Everything else passes.
 */
function through(method: InputMethod, { isUnnamed = false }: Changes = {}) {
  return (keys: readonly ReaderKey[]): ReaderKey[] => {
    let before = ''
    return keys.flatMap((press) => {
      const changed = change(method, before, press.key)
      before = changed ?? press.key
      if (changed === undefined) return [press]
      const packet = { ...press, code: '', timeStamp: press.timeStamp + 1, keyCode: 231 }
      return [
        { ...press, key: 'Backspace', code: 'Backspace' },
        isUnnamed
          ? { ...packet, key: 'Unidentified', written: changed }
          : { ...packet, key: changed },
      ]
    })
  }
}

function change(method: InputMethod, before: string, key: string): string | undefined {
  const isUpper = before !== '' && before === before.toUpperCase()
  if (method === telex && /^d$/i.test(before) && /^d$/i.test(key)) return isUpper ? 'Đ' : 'đ'
  if (method === vni && /^d$/i.test(before) && key === '9') return isUpper ? 'Đ' : 'đ'
  if (method === telex && key.toLowerCase() === 'w' && /^[aou]$/i.test(before))
    return (before + (/a/i.test(before) ? breve : horn)).normalize('NFC')
  const [letters, mark] = method[key.toLowerCase()] ?? []
  return letters?.test(before) ? (before + mark).normalize('NFC') : undefined
}

export const throughTelex = through(telex)
export const throughVni = through(vni)
export const throughViqr = through(viqr)
/** As Chromium on Windows hears UniKey: the new letter's key says nothing. */
export const throughUnnamedTelex = through(telex, { isUnnamed: true })

/** The keys of an input method that composes (Windows' own Telex, ibus): every letter is hidden. */
export function throughComposition(keys: readonly ReaderKey[]): ReaderKey[] {
  return keys.map((press) => ({ ...press, key: 'Process', keyCode: 229, isComposing: true }))
}

/** Digits on the pad without Num Lock: the keys move the cursor. */
const padMoves = ['Insert', 'End', 'ArrowDown', 'PageDown', 'ArrowLeft', 'Clear', 'ArrowRight']
export function toUnlockedPad(keys: readonly ReaderKey[]): ReaderKey[] {
  const names = [...padMoves, 'Home', 'ArrowUp', 'PageUp']
  return keys.map((press) => {
    const digit = /^Digit(\d)$/.exec(press.code)?.[1]
    return digit ? { ...press, code: `Numpad${digit}`, key: names[Number(digit)] ?? '' } : press
  })
}

/** A key going down or up, or the letter of one. */
export interface KeyEventLike {
  readonly type: 'keydown' | 'keypress' | 'keyup'
  readonly key: ReaderKey
}

/** The keys with their letting go, `heldMs` later. */
export function withReleases(keys: readonly ReaderKey[], heldMs: (index: number) => number) {
  const events = keys.flatMap((key, index): KeyEventLike[] => [
    { type: 'keydown', key },
    ...('written' in key
      ? [{ type: 'keypress' as const, key: { ...key, key: String(key.written) } }]
      : []),
    { type: 'keyup', key: { ...key, timeStamp: key.timeStamp + heldMs(index) } },
  ])
  return events.toSorted((one, other) => one.key.timeStamp - other.key.timeStamp)
}

/** A reader in Alt mode: Alt goes down, the number of the character on the pad, Alt up. */
export function toAltCodes(text: string, paceMs = 8): KeyEventLike[] {
  let at = 0
  const next = (type: KeyEventLike['type'], key: string, code: string, altKey: boolean) => {
    at += paceMs
    return { type, key: { ...toKey(key, code, false, at), altKey } }
  }
  return [...text].flatMap((character) => [
    next('keydown', 'Alt', 'AltLeft', true),
    ...[...`0${character.codePointAt(0)}`].flatMap((digit) => [
      next('keydown', digit, `Numpad${digit}`, true),
      next('keyup', digit, `Numpad${digit}`, true),
    ]),
    next('keyup', 'Alt', 'AltLeft', false),
  ])
}

/** Lets a reader hear the events, one after the other. */
export function play(reader: Reader, events: readonly KeyEventLike[]) {
  return events.flatMap(({ type, key }) => {
    if (type === 'keydown') return [reader.press(key)]
    if (type === 'keypress') reader.write(key)
    else reader.release(key)
    return []
  })
}

/** The same keys at other times. */
export function retime(keys: readonly ReaderKey[], gaps: readonly number[], startAt = 0) {
  let at = startAt
  return keys.map((key, index) => {
    at += index === 0 ? 0 : (gaps[index - 1] ?? 0)
    return { ...key, timeStamp: at }
  })
}
