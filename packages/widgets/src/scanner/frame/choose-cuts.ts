import type { ScanEffort } from '../decoder/decoder.js'
import type { Cut } from './cut-picture.js'

interface Size {
  readonly width: number
  readonly height: number
}

/** Neighbouring parts of a file overlap by this share, so that no code lies across an edge. */
const overlap = 0.25

/**
 * Which parts of a picture to look at. A frame that is larger than `maxSide` is seen in turn whole,
 * for codes held close, and as its middle at full size, for codes held far away. A file is seen
 * whole, then part by part at full size.
 */
export function chooseCuts(
  { width, height }: Size,
  { effort, turn, maxSide }: { effort: ScanEffort; turn: number; maxSide: number },
): readonly Cut[] {
  const size = { width, height }
  const shrink = Math.ceil(Math.max(width, height) / maxSide)
  const whole = { left: 0, top: 0, width, height, shrink }
  if (shrink === 1) return [whole]
  if (effort === 'file') return [whole, ...tile(size, maxSide)]
  return [turn % 2 ? cutMiddle(size, maxSide) : whole]
}

function cutMiddle(size: Size, maxSide: number): Cut {
  const width = Math.min(size.width, maxSide)
  const height = Math.min(size.height, maxSide)
  const left = (size.width - width) >> 1
  const top = (size.height - height) >> 1
  return { left, top, width, height, shrink: 1 }
}

function tile(size: Size, maxSide: number): readonly Cut[] {
  const width = Math.min(size.width, maxSide)
  const height = Math.min(size.height, maxSide)
  return spread(size.height, height).flatMap((top) =>
    spread(size.width, width).map((left) => ({ left, top, width, height, shrink: 1 })),
  )
}

/** Where parts of a length begin that cover a whole with the least overlap asked for. */
function spread(whole: number, part: number): readonly number[] {
  const count = Math.ceil((whole - part) / (part * (1 - overlap))) + 1
  const step = count > 1 ? (whole - part) / (count - 1) : 0
  return Array.from({ length: count }, (_, index) => Math.round(index * step))
}
