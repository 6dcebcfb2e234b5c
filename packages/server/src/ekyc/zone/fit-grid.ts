import type { Blot } from './find-blots.js'
import type { Row } from './find-rows.js'
import type { ZoneRows } from './find-zones.js'

/** Where the middle of each cell of a zone lies in the picture: as a camera sees a flat card. */
export type Grid = readonly [number, number, number, number, number, number, number, number]

interface Node {
  readonly blot: Blot
  readonly column: number
  readonly line: number
}

const fewestNodes = 24
/** In cells: what lies further off its place is no sign. */
const largestMiss = 0.35

/** Lays 30 columns and three lines over the rows; undefined where they do not fit. */
export function fitGrid(zone: ZoneRows): Grid | undefined {
  const [{ along, pitch }] = zone
  const [first = [], ...others] = zone.map((row, line) => number(row, line))
  const toAcross = ({ blot }: Node) => blot.x * along.x + blot.y * along.y
  const nodes = [first, ...others.map((row) => align(row, first, toAcross))].flat()
  const fitting = fitWell(nodes, pitch)
  if (!fitting) return undefined
  const leftmost = findLeftmost(fitting)
  return fit(fitting.map((node) => ({ ...node, column: node.column - leftmost })))
}

/** A speck beside the zone is alone in its column. */
function findLeftmost(nodes: readonly Node[]): number {
  const columns = nodes.map(({ column }) => column).sort((one, other) => one - other)
  return columns.find((column, index) => columns[index + 1] === column) ?? 0
}

/** Counts from sign to sign, so that a pitch that changes with the perspective does not matter. */
function number({ blots, pitch }: Row, line: number): Node[] {
  let step = pitch
  let column = 0
  return blots.map((blot, index) => {
    const before = blots[index - 1]
    if (!before) return { blot, line, column }
    const gap = Math.hypot(blot.x - before.x, blot.y - before.y)
    const steps = Math.round(gap / step)
    if (steps > 0 && Math.abs(gap / steps / step - 1) < 0.2) step += 0.15 * (gap / steps - step)
    column += steps
    return { blot, line, column }
  })
}

/** Counts a row's columns as the first row does: each as that of the sign above it, most having the say. */
function align(row: readonly Node[], first: readonly Node[], toAcross: (node: Node) => number) {
  const shifts = row.map((node) => {
    const across = toAcross(node)
    const above = first.reduce((one, other) =>
      Math.abs(toAcross(other) - across) < Math.abs(toAcross(one) - across) ? other : one,
    )
    return above.column - node.column
  })
  const shift = shifts.sort((one, other) => one - other)[shifts.length >> 1] ?? 0
  return row.map((node) => ({ ...node, column: node.column + shift }))
}

/** Fits, drops what does not lie on the grid, and fits again: what lies on it, if that is enough. */
function fitWell(all: readonly Node[], pitch: number): readonly Node[] | undefined {
  let nodes = all
  for (let turn = 0; turn < 4; turn += 1) {
    const grid = fit(nodes)
    if (!grid) return undefined
    const allowed = pitch * (turn === 0 ? 2 * largestMiss : largestMiss)
    nodes = all.filter(({ column, line, blot }) => {
      const { x, y } = toPoint(grid, column, line)
      return Math.hypot(x - blot.x, y - blot.y) < allowed
    })
    if (nodes.length < fewestNodes) return undefined
  }
  return nodes
}

/** Where a cell lies, also between cells. */
export function toPoint(grid: Grid, column: number, line: number): { x: number; y: number } {
  const [a, b, c, d, e, f, g, h] = grid
  const depth = g * column + h * line + 1
  return { x: (a * column + b * line + c) / depth, y: (d * column + e * line + f) / depth }
}

/** Least squares of the eight numbers of a projection. */
function fit(nodes: readonly Node[]): Grid | undefined {
  const sums = Array.from({ length: 8 }, () => new Float64Array(9))
  for (const { column, line, blot } of nodes) {
    add(sums, [column, line, 1, 0, 0, 0, -column * blot.x, -line * blot.x, blot.x])
    add(sums, [0, 0, 0, column, line, 1, -column * blot.y, -line * blot.y, blot.y])
  }
  return solve(sums)
}

function add(sums: readonly Float64Array[], row: readonly number[]): void {
  for (const [index, sum] of sums.entries())
    for (const [at, value] of row.entries()) sum[at] = (sum[at] ?? 0) + (row[index] ?? 0) * value
}

/** Gauss and Jordan, with the largest first. */
function solve(rows: Float64Array[]): Grid | undefined {
  for (let at = 0; at < 8; at += 1) {
    const best = rows
      .slice(at)
      .reduce((one, other) => (Math.abs(other[at] ?? 0) > Math.abs(one[at] ?? 0) ? other : one))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(at, 0, best)
    const pivot = best[at] ?? 0
    if (Math.abs(pivot) < 1e-12) return undefined
    for (const row of rows) {
      const factor = (row[at] ?? 0) / pivot
      if (row !== best)
        for (let k = at; k < 9; k += 1) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0)
    }
  }
  const [a, b, c, d, e, f, g, h] = rows.map((row, at) => (row[8] ?? 0) / (row[at] ?? 1))
  const grid = [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0, g ?? 0, h ?? 0] as const
  return grid.every(Number.isFinite) ? grid : undefined
}
