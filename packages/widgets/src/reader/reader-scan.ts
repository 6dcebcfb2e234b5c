import type { RecognizedQr } from '@kbyt/sdk/qr'
import { findLayout, type KeyboardLayout } from './find-layout.js'
import { toGaps, toMedian } from './is-machine.js'
import { join, readStrokes } from './read-strokes.js'
import type { Affixes } from './strip-affixes.js'
import type { Stroke } from './stroke.js'

/** A code that a hardware reader typed, and how it did. */
export interface ReaderScan {
  /** What the code holds, without what the reader puts around it. */
  readonly text: string
  /** What that is, by its form alone; nothing is proven. */
  readonly recognized: RecognizedQr
  /** What the system made of the keys: as a box would show it. */
  readonly typed: string
  /** The AIM identifier before it, such as `]Q1`; undefined where the reader sends none. */
  readonly symbology: string | undefined
  /** The key that ended it. */
  readonly end: ReaderEnd
  readonly keyCount: number
  /** The usual time from one character to the next. */
  readonly paceMs: number
  readonly layout: KeyboardLayout
  /** The keys that digits came from. */
  readonly digitKeys: 'row' | 'pad' | 'unlocked-pad' | 'alt-codes'
  /** Whether an input method held letters back (`composing`) or wrote over them (`rewriting`). */
  readonly inputMethod: 'none' | 'composing' | 'rewriting'
  readonly isCapsLockOn: boolean
}

/** How a run of keys ended: by a key, or by silence. */
export type ReaderEnd = 'Enter' | 'Tab' | 'none'

/** Reads a run of keys as one code. */
export function toReaderScan(
  strokes: readonly Stroke[],
  end: ReaderEnd,
  affixes: Affixes,
): ReaderScan {
  const { text, recognized, symbology } = readStrokes(strokes, affixes)
  return {
    text,
    recognized,
    symbology,
    end,
    typed: join(strokes),
    keyCount: strokes.length,
    paceMs: Math.round(toMedian(toGaps(strokes))),
    layout: findLayout(strokes),
    digitKeys: findDigitKeys(strokes),
    inputMethod: findInputMethod(strokes),
    isCapsLockOn: strokes.some(({ isCapsLockOn }) => isCapsLockOn),
  }
}

function findDigitKeys(strokes: readonly Stroke[]): ReaderScan['digitKeys'] {
  if (strokes.some(({ kind }) => kind === 'alt-code')) return 'alt-codes'
  const pad = strokes.filter(({ code }) => /^Numpad\d$/.test(code))
  if (pad.some(({ typed }) => typed === '')) return 'unlocked-pad'
  return pad.length > 0 ? 'pad' : 'row'
}

function findInputMethod(strokes: readonly Stroke[]): ReaderScan['inputMethod'] {
  if (strokes.some(({ kind }) => kind === 'back' || kind === 'injected')) return 'rewriting'
  return strokes.some(({ isComposing }) => isComposing) ? 'composing' : 'none'
}
