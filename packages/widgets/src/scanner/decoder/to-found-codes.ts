import { attempts } from '../attempts/attempts.js'
import type { Step } from '../attempts/choose-steps.js'
import type { EngineCode } from '../engines/engine.js'
import type { Cut } from '../frame/cut-picture.js'
import type { FoundCode, Point } from './decoder.js'

/** What an engine read in a prepared part, in the pixels of the whole; each text once, no empty one. */
export function toFoundCodes(
  codes: readonly EngineCode[],
  { engine, attempt }: Step,
  cut: Cut,
): readonly FoundCode[] {
  const scale = attempt === 'plain' ? 1 : attempts[attempt].scale
  const place = ({ x, y }: Point): Point => ({
    x: cut.left + (x / scale) * cut.shrink,
    y: cut.top + (y / scale) * cut.shrink,
  })
  const found = new Map<string, FoundCode>()
  for (const {
    text,
    corners: [a, b, c, d],
  } of codes)
    if (text && !found.has(text))
      found.set(text, { text, corners: [place(a), place(b), place(c), place(d)], engine, attempt })
  return [...found.values()]
}
