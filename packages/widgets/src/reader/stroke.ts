import { isInjected, isShortcut, type ReaderKey } from './reader-key.js'
import { toUsCharacter } from './us-layout.js'

/** A key that wrote something, or took something back. */
export interface Stroke {
  readonly at: number
  /** The key's place; empty where a program wrote. */
  readonly code: string
  readonly isShifted: boolean
  /** `injected`: written by a program; `control`: a control character; `alt-code`: Alt and a number. */
  readonly kind: 'character' | 'back' | 'injected' | 'control' | 'alt-code'
  /** By its place on the US layout. */
  readonly place: string | undefined
  /** As the system wrote it; undefined where an input method keeps it to itself. */
  typed: string | undefined
  readonly isCapsLockOn: boolean
  /** Whether an input method holds the letter back until its word is done. */
  readonly isComposing: boolean
  /** How long the key was down. */
  heldMs: number | undefined
}

/** Reads one key press; undefined for keys that write nothing and for shortcuts. */
export function toStroke(press: ReaderKey): Stroke | undefined {
  const { key, code, shiftKey } = press
  if (isShortcut(press)) return undefined
  const typed = [...key].length === 1 ? key : undefined
  if (key === 'Backspace') return make(press, { kind: 'back', typed: '' })
  if (isInjected(press) && (typed !== undefined || key === 'Unidentified'))
    return make(press, { kind: 'injected', typed })
  const place = toUsCharacter(code, shiftKey)
  if (place === undefined && typed === undefined) return undefined
  return make(press, { kind: 'character', place, typed: typed ?? toUnwritten(press) })
}

/** The character of Ctrl and a key, which is how readers type the separator of GS1 and line ends. */
export function toControlStroke(press: ReaderKey): Stroke | undefined {
  const { code, ctrlKey, altKey, metaKey } = press
  const sign = toUsCharacter(code, false)?.toUpperCase()
  if (!ctrlKey || altKey || metaKey || !sign || !/[@-_]/.test(sign)) return undefined
  const typed = String.fromCharCode(sign.charCodeAt(0) & 0x1f)
  return make(press, { kind: 'control', place: typed, typed })
}

/**
 * The character of Alt and the number typed on the pad, when Alt is let go. Beyond ASCII it depends on
 * the machine, which the replacement character admits.
 */
export function toAltCodeStroke(release: ReaderKey, digits: string): Stroke {
  const number = Number(digits)
  const typed = number > 0 && number < 128 ? String.fromCharCode(number) : '\uFFFD'
  return make(release, { kind: 'alt-code', place: typed, typed, code: '' })
}

function make(
  press: ReaderKey,
  { place, ...read }: Pick<Stroke, 'kind' | 'typed'> & Partial<Pick<Stroke, 'place' | 'code'>>,
): Stroke {
  const { code, shiftKey: isShifted, timeStamp: at, keyCode, isComposing = false } = press
  return {
    at,
    code,
    isShifted,
    place,
    heldMs: undefined,
    ...read,
    isCapsLockOn: press.getModifierState?.('CapsLock') ?? false,
    isComposing: isComposing || keyCode === 229 || press.key === 'Process',
  }
}

/**
 * The pad moves the cursor without Num Lock, a dead key waits for the next: nothing was written. What an
 * input method has taken is not known.
 */
const toUnwritten = ({ key }: ReaderKey) =>
  ['Process', 'Unidentified'].includes(key) ? undefined : ''
