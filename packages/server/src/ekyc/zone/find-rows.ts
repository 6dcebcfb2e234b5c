import type { Blot } from './find-blots.js'

/** Signs on one straight line. */
export interface Row {
  /** From left to right. */
  readonly blots: readonly Blot[]
  /** A step along the line. */
  readonly along: { readonly x: number; readonly y: number }
  /** From sign to sign. */
  readonly pitch: number
}

const fewestInChain = 4
/** A line of a zone has 30; the rest may be lost to glare. */
const fewestInRow = 14

/** Lines of evenly spaced signs, level to within some thirty degrees. */
export function findRows(blots: readonly Blot[]): Row[] {
  const sorted = [...blots].sort((one, other) => one.x - other.x)
  const chains = chain(sorted).sort((one, other) => other.length - one.length)
  const taken = new Set<Blot>()
  const rows: Row[] = []
  for (const links of chains) {
    if (links.some((blot) => taken.has(blot))) continue
    const row = grow(links, sorted)
    if (!row || row.blots.length < fewestInRow) continue
    for (const blot of row.blots) taken.add(blot)
    rows.push(row)
  }
  return rows
}

/** Neighbours that are each other's nearest. */
function chain(sorted: readonly Blot[]): Blot[][] {
  const next = sorted.map((blot, index) => findNeighbour(sorted, index, blot))
  const before = new Map<Blot, Blot>()
  for (const [index, blot] of sorted.entries()) {
    const right = next[index]
    const rival = right && before.get(right)
    if (right && (!rival || right.x - blot.x < right.x - rival.x)) before.set(right, blot)
  }
  const after = new Map([...before].map(([right, left]) => [left, right]))
  return sorted
    .filter((blot) => !before.has(blot))
    .map((first) => [...walk(first, after)])
    .filter(({ length }) => length >= fewestInChain)
}

function* walk(first: Blot, after: ReadonlyMap<Blot, Blot>) {
  for (let blot: Blot | undefined = first; blot; blot = after.get(blot)) yield blot
}

function findNeighbour(sorted: readonly Blot[], index: number, blot: Blot): Blot | undefined {
  for (let at = index + 1; at < sorted.length; at += 1) {
    const other = sorted[at]
    const height = Math.max(blot.height, other?.height ?? 0)
    if (!other || other.x - blot.x > 2.4 * blot.height) return undefined
    const across = other.x - blot.x
    const isLevel = Math.abs(other.y - blot.y) < 0.55 * across
    if (isLevel && isAlike(blot, other) && across > 0.4 * height) return other
  }
  return undefined
}

const isAlike = (one: Blot, other: Blot) =>
  Math.max(one.height, other.height) < 1.7 * Math.min(one.height, other.height)

/** Takes in what lies on the same line, with gaps where a sign is lost. */
function grow(links: readonly Blot[], sorted: readonly Blot[]): Row | undefined {
  let row = toRow(links)
  for (let turn = 0; turn < 3; turn += 1) {
    const { along, pitch } = row
    const [middle] = [row.blots[row.blots.length >> 1]]
    if (!middle || pitch <= 0) return undefined
    const height = median(row.blots.map((blot) => blot.height))
    const near = sorted.filter(
      (blot) =>
        Math.abs((blot.y - middle.y) * along.x - (blot.x - middle.x) * along.y) < 0.3 * height &&
        blot.height < 1.5 * height &&
        blot.height > 0.5 * height,
    )
    row = toRow(cut(near, middle, 3.5 * pitch))
  }
  return row
}

/** The run around `middle` that no wider gap breaks. */
function cut(blots: readonly Blot[], middle: Blot, gap: number): Blot[] {
  const runs: Blot[][] = []
  for (const blot of blots) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && Math.hypot(blot.x - last.x, blot.y - last.y) < gap) run.push(blot)
    else runs.push([blot])
  }
  return runs.find((run) => run.includes(middle)) ?? []
}

/** A straight line through the middles. */
function toRow(blots: readonly Blot[]): Row {
  const middle = { x: mean(blots.map(({ x }) => x)), y: mean(blots.map(({ y }) => y)) }
  const spread = blots.reduce((sum, { x }) => sum + (x - middle.x) ** 2, 0)
  const rise = blots.reduce((sum, { x, y }) => sum + (x - middle.x) * (y - middle.y), 0)
  const slope = spread === 0 ? 0 : rise / spread
  const length = Math.hypot(1, slope)
  const gaps = blots.slice(1).map(({ x, y }, index) => {
    const before = blots[index]
    return before ? Math.hypot(x - before.x, y - before.y) : 0
  })
  return { blots, along: { x: 1 / length, y: slope / length }, pitch: median(gaps) }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0
}
