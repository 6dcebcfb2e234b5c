import { toGaps, toMedian } from './is-machine.js'
import type { Stroke } from './stroke.js'

/** How many of the last keys tell the pace. */
const sample = 24
/** A pause after this many steady keys is the reader's own hiccup: Bluetooth sends a key again. */
const steadyKeys = 3

/** More pauses than this amid one code nobody has seen. */
const most = 8

/**
 * Where the scan that ends the run may begin, the likeliest first. Keys at another pace before it are a
 * person's, and the pause between is where the scan begins; a pause amid steady keys is the reader's.
 */
export function findStarts(strokes: readonly Stroke[]): readonly number[] {
  const gaps = toGaps(strokes)
  const limit = 3 * toMedian(gaps.slice(-sample)) + 40
  const starts: number[] = []
  // gaps[index - 1] lies before the key at index
  for (let index = strokes.length - 1; index > 0 && starts.length < most; index--) {
    if ((gaps[index - 1] ?? 0) <= limit) continue
    // Fewer keys have no pace of their own: a person's, or the reader's first.
    const before = gaps.slice(Math.max(0, index - 1 - steadyKeys), index - 1)
    if (before.length < steadyKeys || before.some((gap) => gap > limit)) starts.push(index)
  }
  return [...starts, 0]
}
