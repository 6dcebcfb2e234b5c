import { findStarts } from './find-starts.js'
import { isMachine, toGaps, toMedian } from './is-machine.js'
import { readStrokes } from './read-strokes.js'
import type { Affixes } from './strip-affixes.js'
import type { Stroke } from './stroke.js'

/** No reader pauses longer amid a code: then its keys are two texts. */
export const longestPauseMs = 1_500
/** So long a reader without an end key may hesitate: less where its text is whole, as a pass shows by itself. */
const silenceMs = { whole: 150, known: 500, unknown: 1_200 }
/** Four keys this close are no fingers'; enough to keep them from buttons, not enough for a scan. */
const quick = { gaps: 4, ms: 45 }
/** So many keys at a slower reader's pace say the same. */
const steady = { keys: 12, sample: 64 }
/** The digits of our codes; nobody types so many in one go, at whatever pace. */
const passLength = { min: 169, max: 1_100 }
const passKinds: ReadonlySet<string> = new Set(['pass', 'my-qr'])

/** Where the scan that ends the run begins; undefined where there is none. */
export function findScanStart(
  run: readonly Stroke[],
  affixes: Affixes,
  minLength: number,
): number | undefined {
  const starts = findStarts(run).filter((start) => {
    const strokes = run.slice(start)
    return strokes.length >= minLength && (isMachine(strokes) || isPass(strokes, affixes))
  })
  const isKnown = (start: number) =>
    readStrokes(run.slice(start), affixes).recognized.kind !== 'unknown'
  // Of several that are codes the longest: what is left of one card may look like another.
  return starts.length > 1 ? (starts.findLast(isKnown) ?? starts[0]) : starts[0]
}

/** How long after the last key a scan without an end key is over. */
export function findSilence(strokes: readonly Stroke[], affixes: Affixes): number {
  const paceMs = toMedian(toGaps(strokes.slice(-steady.sample)))
  const { kind } = readStrokes(strokes, affixes).recognized
  const usualMs =
    kind === 'unknown' ? silenceMs.unknown : passKinds.has(kind) ? silenceMs.whole : silenceMs.known
  return Math.min(longestPauseMs, Math.max(usualMs, 6 * paceMs))
}

/** Whether the last keys, and one at this time, are probably a reader's. */
export function isRunning(strokes: readonly Stroke[], at = strokes.at(-1)?.at ?? 0): boolean {
  const latest = toGaps(strokes.slice(-quick.gaps - 1))
  const sinceMs = at - (strokes.at(-1)?.at ?? Number.NEGATIVE_INFINITY)
  if (sinceMs > quick.ms + 4 * toMedian(latest)) return false
  const isQuick = latest.length === quick.gaps && latest.every((gap) => gap <= quick.ms)
  return isQuick || (strokes.length >= steady.keys && isMachine(strokes.slice(-steady.sample)))
}

function isPass(strokes: readonly Stroke[], affixes: Affixes): boolean {
  if (strokes.length < passLength.min || strokes.length > passLength.max) return false
  return passKinds.has(readStrokes(strokes, affixes).recognized.kind)
}
