import type { Stroke } from './stroke.js'

/** Quicker than this on average nobody types, and not even a few keys; a full-speed reader needs 16 ms. */
const fastMeanMs = { many: 40, few: 35 }
/** Slower than this nobody would wait for a reader. */
const slowestMeanMs = 260
/** Fingers stay on a key for 60 ms and more; a reader lets go at its next report. */
const touchMs = { machine: 30, fingers: 45 }
/** What fewer keys show may be chance; so many show it even through the tick of Bluetooth. */
const manyKeys = 24
const fullText = 60
/** What a delay set in the reader varies by: the tick of USB or Bluetooth, or a share of it. */
const jitter = { manyKeys: { ms: 12, share: 0.15 }, fullText: { ms: 16, share: 0.2 } }

/**
 * Whether keys at this pace are a machine's: too fast for fingers, touched too shortly, or as even as
 * no fingers are. Texts that programs insert (UniKey's macros, text expanders) are as fast, but have no keys.
 */
export function isMachine(strokes: readonly Stroke[]): boolean {
  const injected = strokes.filter(({ kind }) => kind === 'injected').length
  const gaps = toGaps(strokes)
  if (gaps.length === 0 || injected > strokes.length / 2) return false
  const hiccupMs = 3 * toMedian(gaps) + 40
  const usual = gaps.filter((gap) => gap <= hiccupMs)
  const meanMs = usual.reduce((sum, gap) => sum + gap, 0) / usual.length
  if (meanMs > slowestMeanMs) return false
  if (strokes.every(({ kind }) => kind === 'alt-code')) return true // a person needs a second for each
  const held = toHeld(strokes)
  return isFast(gaps, meanMs, held) || isTouched(strokes, held) || isEven(gaps)
}

/** The time from each key to the next. */
export function toGaps(strokes: readonly Stroke[]): number[] {
  return strokes.slice(1).map(({ at }, index) => at - (strokes[index]?.at ?? at))
}

/** The one in the middle; zero of none. */
export function toMedian(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function isFast(gaps: readonly number[], meanMs: number, held: readonly number[]): boolean {
  const limitMs = gaps.length < manyKeys - 1 ? fastMeanMs.few : fastMeanMs.many
  if (meanMs > limitMs || toMedian(held) > touchMs.fingers) return false
  return shareOf(gaps, (gap) => gap <= 2 * limitMs) >= 0.9
}

function isTouched(strokes: readonly Stroke[], held: readonly number[]): boolean {
  const isKnown = held.length >= 0.8 * strokes.length
  return isKnown && shareOf(held, (ms) => ms <= touchMs.machine) >= 0.9
}

function toHeld(strokes: readonly Stroke[]): number[] {
  return strokes.flatMap(({ heldMs }) => (heldMs === undefined ? [] : [heldMs]))
}

function isEven(gaps: readonly number[]): boolean {
  const median = toMedian(gaps)
  const { ms, share } = gaps.length < fullText ? jitter.manyKeys : jitter.fullText
  const tolerance = Math.max(ms, share * median)
  const isClose = (gap: number) => Math.abs(gap - median) <= tolerance
  return gaps.length >= manyKeys - 1 && shareOf(gaps, isClose) >= 0.85
}

function shareOf(values: readonly number[], isOne: (value: number) => boolean): number {
  return values.filter(isOne).length / values.length
}
