import { type Grid, toPoint } from './fit-grid.js'
import { type Glyph, glyphs } from './glyphs.js'
import type { GrayImage } from './gray-image.js'
import { matchGlyph } from './match-glyph.js'
import { sampleCell } from './sample-cell.js'
import { zoneLayout } from './zone-layout.js'

/** How a grid may have to be moved and turned, and how far apart its lines are in steps. */
interface Pose {
  readonly shift: number
  readonly isUpsideDown: boolean
  readonly lineGap: number
}

const shifts = [0, -1, 1, -2, 2]
/** A card held aslant looks lower or narrower than it is. */
const slants = [0.92, 1, 1.08]
/** Less alike in the cells whose signs are known: not a zone of ours, or not readable. */
const leastLikeness = 0.55
/**
 * How far a sign must be ahead of every other that may stand there, as a share of how far it is where the
 * cell is the sign itself: H and M differ by more than O and Q.
 */
const leastLead = 0.2
/** Fewer pixels from sign to sign, and an unsharp H looks like an M. */
const leastStep = 14
/** By so much another sign may be more like a cell whose sign is known. */
const mostDoubt = 0.03

const everySign = [...glyphs.keys()].join('')

const knownCells = zoneLayout.flatMap((cells, line) =>
  cells.flatMap((signs, column) => (signs.length === 1 ? [{ line, column, sign: signs }] : [])),
)

/** Reads the 90 signs off their cells; undefined where the known ones are not there, or one is not sure. */
export function readGrid(image: GrayImage, grid: Grid): string | undefined {
  if (toStep(grid) < leastStep) return undefined
  const [best] = listPoses(grid)
    .map((pose) => ({ pose, likeness: toLikeness(image, grid, pose) }))
    .sort((one, other) => other.likeness - one.likeness)
  if (!best || best.likeness < leastLikeness) return undefined
  const lines = zoneLayout.map((cells, line) =>
    cells.map((signs, column) => readCell(image, grid, { line, column, signs, pose: best.pose })),
  )
  if (lines.some((signs) => signs.includes(undefined))) return undefined
  return lines.map((signs) => signs.join('')).join('\n')
}

/** In pixels, in the middle of the zone. */
function toStep(grid: Grid): number {
  const [middle, right] = [toPoint(grid, 14, 1), toPoint(grid, 15, 1)]
  return Math.hypot(right.x - middle.x, right.y - middle.y)
}

/** Lines are a sixth of an inch apart or a quarter: it shows in the grid. */
function listPoses(grid: Grid): Pose[] {
  const [middle, below] = [toPoint(grid, 14, 1), toPoint(grid, 14, 2)]
  const gap = Math.hypot(below.x - middle.x, below.y - middle.y) / toStep(grid)
  return [false, true].flatMap((isUpsideDown) =>
    shifts.flatMap((shift) =>
      slants.map((slant) => ({ isUpsideDown, shift, lineGap: gap * slant })),
    ),
  )
}

function toLikeness(image: GrayImage, grid: Grid, pose: Pose): number {
  let sum = 0
  for (const { line, column, sign } of knownCells) {
    const glyph = glyphs.get(sign)
    if (glyph) sum += matchGlyph(sample(image, grid, { line, column, pose }), glyph)
  }
  return sum / knownCells.length
}

interface Place {
  readonly line: number
  readonly column: number
  readonly pose: Pose
}

function sample(image: GrayImage, grid: Grid, { line, column, pose }: Place): Float32Array {
  const { isUpsideDown, shift, lineGap } = pose
  if (!isUpsideDown) return sampleCell(image, grid, { line, column: column + shift, lineGap })
  const cell = { line: 2 - line, column: 29 - column + shift, lineGap }
  return sampleCell(image, grid, cell).reverse()
}

function readCell(image: GrayImage, grid: Grid, place: Place & { readonly signs: string }) {
  const patch = sample(image, grid, place)
  const { signs } = place
  const isKnown = signs.length === 1
  const [best, next] = [...(isKnown ? everySign : signs)]
    .flatMap((sign) => glyphs.get(sign) ?? [])
    .map((glyph) => ({ glyph, likeness: matchGlyph(patch, glyph) }))
    .sort((one, other) => other.likeness - one.likeness)
  if (!best || !next) return undefined
  const { sign } = best.glyph
  const lead = best.likeness - next.likeness
  if (!isKnown) return lead >= leastLead * toDistance(best.glyph, next.glyph) ? sign : undefined
  const isThere = sign === signs || isAlmost(patch, signs, best.likeness)
  return isThere ? signs : undefined
}

/** How far ahead of the other each of them is where it stands itself. */
const toDistance = (one: Glyph, other: Glyph) =>
  1 - one.pixels.reduce((sum, ink, at) => sum + ink * (other.pixels[at] ?? 0), 0)

function isAlmost(patch: Float32Array, sign: string, best: number): boolean {
  const glyph = glyphs.get(sign)
  return glyph !== undefined && matchGlyph(patch, glyph) > best - mostDoubt
}
