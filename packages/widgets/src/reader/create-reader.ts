import { findEnd, isSilent } from './find-end.js'
import { findScanStart, findSilence, isRunning, longestPauseMs } from './find-scan.js'
import { createKeyLag } from './key-lag.js'
import { isShortcut, type ReaderKey } from './reader-key.js'
import { type ReaderEnd, type ReaderScan, toReaderScan } from './reader-scan.js'
import type { Affixes } from './strip-affixes.js'
import { type Stroke, toAltCodeStroke, toControlStroke, toStroke } from './stroke.js'
import { watchSilence } from './watch-silence.js'

/** What to do with the key besides letting it pass. */
export type ReaderVerdict = 'pass' | 'swallow'

/** What a reader is told to, and what passes for a scan. */
export interface ReaderOptions extends Affixes {
  /** A whole scan, once; `leadCount` keys before it were a person's. */
  readonly onScan: (scan: ReaderScan, leadCount: number) => void
  /** Keys in one go that ended and were no scan: too few, or at a person's pace. */
  readonly onTyped?: ((typed: ReaderScan) => void) | undefined
  /** Before a key writes: its place in the run, 0 for the first, and its time; remember the box now. */
  readonly onStroke?: ((index: number, at: number) => void) | undefined
  /** Shorter texts are typed numbers of papers. @defaultValue 16 */
  readonly minLength?: number | undefined
}

/** Tells a barcode reader, which is a keyboard to the browser, from a person typing. */
export interface Reader {
  /** Whether the last keys came too fast for fingers: a scan is probably under way. */
  readonly isRunning: boolean
  /** Takes the next `keydown`; `swallow` means it must not reach the page. */
  press(key: ReaderKey): ReaderVerdict
  /** Takes the next `keypress`: the letter of a key that said none. */
  write(key: ReaderKey): void
  /** Takes the next `keyup`: how long a key is down tells machines from fingers. */
  release(key: ReaderKey): void
  /** Forgets what was pressed so far. */
  reset(): void
}

/** A reader that has sent Enter before will send it again. */
const endExpectedMs = 1_400
/** An Enter or Tab this soon after a scan is still the reader's. */
const lateEndMs = 500
/** A QR holds at most 7,089 digits. */
const maxStrokes = 8_192

/**
 * Makes a reader that judges by pace: keys too quick, too short or too even for fingers are a machine's,
 * at 1 to 200 ms a character, with hiccups.
 *
 * Owns the run of keys and the silence that ends it. Does not own listeners (see `listenToReader`) nor
 * what a scan means.
 *
 * @example
 * const reader = createReader({ onScan: ({ text }) => lookUp(text) })
 * input.addEventListener('keydown', (event) => {
 *   if (reader.press(event) === 'swallow') event.preventDefault()
 * })
 * input.addEventListener('keyup', (event) => reader.release(event))
 */
export function createReader(options: ReaderOptions): Reader {
  const { onScan, onTyped, onStroke, minLength = 16 } = options
  let strokes: Stroke[] = []
  let altDigits = ''
  let lateUntil = Number.NEGATIVE_INFINITY
  let isEndExpected = false
  const lag = createKeyLag()
  const silence = watchSilence({
    findNeededMs: () => lag.ms + (isEndExpected ? endExpectedMs : findSilence(strokes, options)),
    onSilence: () => end('none'),
  })

  function reset(): void {
    silence.stop()
    strokes = []
    altDigits = ''
  }

  /** Ends the run; whether it was a scan. */
  function end(by: ReaderEnd): boolean {
    const run = strokes
    const start = findScanStart(run, options, minLength)
    if (start === undefined) {
      if (by === 'none' && !onTyped) return false // a person may only be thinking
      reset()
      if (run.length > 0) onTyped?.(toReaderScan(run, by, options))
      return false
    }
    reset()
    const scan = toReaderScan(run.slice(start), by, options)
    lateUntil = (run.at(-1)?.at ?? 0) + Math.max(lateEndMs, 4 * scan.paceMs)
    isEndExpected = by !== 'none'
    onScan(scan, start)
    return true
  }

  function pressEnd(by: ReaderEnd, timeStamp: number): ReaderVerdict {
    const isLate = strokes.length === 0 && timeStamp <= lateUntil
    if (isLate) isEndExpected = true
    return end(by) || isLate ? 'swallow' : 'pass'
  }

  /** Ctrl with J, M or I is a line end or a tab only where a reader presses it. */
  const canEnd = (key: ReaderKey) =>
    !key.ctrlKey || isRunning(strokes, key.timeStamp) || key.timeStamp <= lateUntil

  function pressCharacter(key: ReaderKey): void {
    const stroke = toStroke(key)
    if (stroke && (stroke.kind !== 'back' || strokes.length > 0)) append(stroke)
    else reset()
  }

  function append(stroke: Stroke): void {
    if (stroke.at - (strokes.at(-1)?.at ?? stroke.at) > longestPauseMs) reset()
    if (strokes.length >= maxStrokes) strokes.splice(0, maxStrokes / 2)
    onStroke?.(strokes.length, stroke.at)
    strokes.push(stroke)
    lag.measure(stroke.at, strokes.length === 1)
    if (strokes.length >= minLength || onTyped) silence.begin()
    else silence.stop()
  }

  function pressControl(key: ReaderKey): ReaderVerdict {
    const control = toControlStroke(key)
    const isReaders = isRunning(strokes, key.timeStamp)
    if (control && isReaders) {
      append(control)
      return 'swallow'
    }
    reset()
    return 'pass'
  }

  return {
    reset,
    get isRunning() {
      return isRunning(strokes)
    },
    press(key) {
      const end = findEnd(key)
      if (key.repeat)
        reset() // a key held down repeats as fast as a reader
      else if (end && canEnd(key)) return pressEnd(end, key.timeStamp)
      else if (isSilent(key)) return 'pass'
      else if (isShortcut(key)) return pressControl(key)
      else if (isAltCodeDigit(key)) altDigits += key.code.slice(-1)
      else pressCharacter(key)
      return 'pass'
    },
    write({ key, charCode = 0 }) {
      const last = strokes.at(-1)
      if (last?.kind !== 'injected' || last.typed !== undefined) return
      if ([...key].length === 1) last.typed = key
      else if (charCode >= 0x20) last.typed = String.fromCharCode(charCode)
    },
    release(key) {
      if (key.key === 'Alt' && altDigits !== '') {
        append(toAltCodeStroke(key, altDigits))
        altDigits = ''
      }
      const pressed = strokes.findLast(({ code }) => code !== '' && code === key.code)
      if (pressed) pressed.heldMs ??= key.timeStamp - pressed.at
    },
  }
}

const isAltCodeDigit = ({ altKey, ctrlKey, code }: ReaderKey) =>
  altKey && !ctrlKey && /^Numpad\d$/.test(code)
