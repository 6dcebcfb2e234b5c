/** A connected piece of ink: mostly one sign. */
export interface Blot {
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const smallest = 7
/** No sign of a zone is higher than this share of the picture. */
const largestShare = 1 / 9
/** More is a pattern and not a text. */
const most = 20_000

/** The pieces of ink that can be signs by their size. Takes the ink away while it counts. */
export function findBlots(ink: Uint8Array, size: Size): Blot[] {
  const largest = Math.max(size.width, size.height) * largestShare
  const blots: Blot[] = []
  const waiting: number[] = []
  for (let start = 0; start < ink.length && blots.length < most; start += 1) {
    if (ink[start] !== 1) continue
    const { left, right, top, bottom } = follow(start, { ink, size, waiting })
    const width = right - left + 1
    const height = bottom - top + 1
    if (height < smallest || height > largest || width > 1.6 * height) continue
    blots.push({ x: (left + right) / 2, y: (top + bottom) / 2, width, height })
  }
  return blots
}

interface Sheet {
  readonly ink: Uint8Array
  readonly size: Size
  readonly waiting: number[]
}

/** Everything that hangs together with `start`. */
function follow(start: number, { ink, size: { width }, waiting }: Sheet) {
  let left = width
  let right = 0
  let top = Number.POSITIVE_INFINITY
  let bottom = 0
  const take = (at: number) => {
    if (ink[at] !== 1) return
    ink[at] = 0
    waiting.push(at)
  }
  take(start)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const x = at % width
    const y = (at - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    if (x > 0) take(at - 1)
    if (x < width - 1) take(at + 1)
    take(at - width)
    take(at + width)
  }
  return { left, right, top, bottom }
}
