import { type ReaderKey, toCharacter, toDigit } from './reader-key.js'

/** Keys further apart than this belong to two scans, or to fingers. */
const longestGapMs = 100
/** A full-speed reader needs about 16 ms a key, a slow one 35; the fastest typist about 60. */
const readerPaceMs = 50
/** The shortest of our codes; numbers of papers that people type are shorter. */
const shortestScan = 16
/** A reader that ends with nothing has ended after this silence. */
const silenceMs = 130
/** An Enter or Tab this soon after a scan is still the reader's. */
const lateEndMs = 500

/** What to do with the key besides letting it pass. */
type ReaderVerdict = 'pass' | 'swallow'

export interface ReaderOptions {
  /** A whole scan, once. */
  readonly onScan: (text: string) => void
  /** The first key of what may become a scan: the moment to remember what was in the box. */
  readonly onBegin?: (() => void) | undefined
}

/** Tells a barcode reader, which is a keyboard to the browser, from a person typing. */
export interface Reader {
  /** Takes the next `keydown`; `swallow` means it must not reach the page. */
  press(key: ReaderKey): ReaderVerdict
  /** Forgets what was pressed so far. */
  reset(): void
}

interface Run {
  readonly startedAt: number
  lastAt: number
  presses: number
  /** The digits of the keys, undefined once another key came. */
  digits: string | undefined
  text: string
}

const silentKeys = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Dead', 'Process'])

/**
 * Makes a reader that judges by pace: at least 16 keys at no more than 50 ms each are a machine.
 *
 * Owns the run of keys and the silence that ends it. Does not own listeners (see
 * `ReaderController`) nor what a scan means.
 *
 * @example
 * const reader = createReader({ onScan: (text) => lookUp(text) })
 * input.addEventListener('keydown', (event) => {
 *   if (reader.press(event) === 'swallow') event.preventDefault()
 * })
 */
export function createReader({ onScan, onBegin }: ReaderOptions): Reader {
  let run: Run | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let scannedAt = Number.NEGATIVE_INFINITY

  function reset(): void {
    clearTimeout(silence)
    run = undefined
  }

  /** Ends the run; whether it was a scan. */
  function end(): boolean {
    const ended = run
    reset()
    if (!ended || !isScan(ended)) return false
    scannedAt = ended.lastAt
    onScan(ended.digits ?? ended.text)
    return true
  }

  function pressEnd({ timeStamp }: ReaderKey): ReaderVerdict {
    if (run && timeStamp - run.lastAt > longestGapMs) reset()
    const isReaders = end() || timeStamp - scannedAt < lateEndMs
    return isReaders ? 'swallow' : 'pass'
  }

  function pressCharacter(key: ReaderKey): void {
    if (run && key.timeStamp - run.lastAt > longestGapMs) reset()
    if (!run) {
      run = { startedAt: key.timeStamp, lastAt: key.timeStamp, presses: 0, digits: '', text: '' }
      onBegin?.()
    }
    append(run, key)
    clearTimeout(silence)
    if (isScan(run)) silence = setTimeout(end, silenceMs)
  }

  return {
    reset,
    press(key) {
      if (key.key === 'Enter' || key.key === 'Tab') return pressEnd(key)
      const isShortcut = key.ctrlKey || key.metaKey
      if (isShortcut || key.repeat)
        reset() // a key held down repeats as fast as a reader
      else if (toCharacter(key) !== undefined || (run && key.key === 'Backspace'))
        pressCharacter(key)
      else if (!silentKeys.has(key.key)) reset()
      return 'pass'
    },
  }
}

function append(run: Run, key: ReaderKey): void {
  const digit = toDigit(key)
  run.presses++
  run.lastAt = key.timeStamp
  // An input method takes back what it has let through before it writes its own letters.
  run.text = key.key === 'Backspace' ? run.text.slice(0, -1) : run.text + (toCharacter(key) ?? '')
  // Only digit keys: digits, also where the layout wants Shift for them (AZERTY).
  run.digits = run.digits === undefined || digit === undefined ? undefined : run.digits + digit
}

function isScan({ presses, startedAt, lastAt }: Run): boolean {
  return presses >= shortestScan && (lastAt - startedAt) / (presses - 1) <= readerPaceMs
}
