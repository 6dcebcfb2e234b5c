import { type Grid, toPoint } from './fit-grid.js'
import { shapeHeight, shapeWidth } from './glyph-shapes.js'
import type { GrayImage } from './gray-image.js'

/** A sign may stand so far off the middle of its cell, in pixels of a shape. */
export const play = 2
export const patchWidth = shapeWidth + 2 * play
const patchHeight = shapeHeight + 2 * play

/** Which cell, and how far lines are apart in steps from sign to sign. */
export interface Cell {
  readonly column: number
  readonly line: number
  readonly lineGap: number
}

/** The picture of one cell, upright, dark as high numbers. */
export function sampleCell(image: GrayImage, grid: Grid, cell: Cell): Float32Array {
  const { column, line, lineGap } = cell
  const at = (across: number, down: number) => toPoint(grid, column + across, line + down)
  // within one cell the perspective does not show
  const middle = at(0, 0)
  const [left, right, above, under] = [at(-0.5, 0), at(0.5, 0), at(0, -0.5), at(0, 0.5)]
  const across = { x: (right.x - left.x) / shapeWidth, y: (right.y - left.y) / shapeWidth }
  const scale = lineGap * shapeWidth
  const down = { x: (under.x - above.x) / scale, y: (under.y - above.y) / scale }
  const patch = new Float32Array(patchWidth * patchHeight)
  for (let row = 0; row < patchHeight; row += 1)
    for (let place = 0; place < patchWidth; place += 1)
      for (const part of parts) {
        const u = place + part.x - patchWidth / 2
        const v = row + part.y - patchHeight / 2
        const x = middle.x + u * across.x + v * down.x
        const y = middle.y + u * across.y + v * down.y
        patch[row * patchWidth + place] =
          (patch[row * patchWidth + place] ?? 0) - readPixel(image, x, y)
      }
  return patch
}

const parts = [
  { x: 0.25, y: 0.25 },
  { x: 0.75, y: 0.25 },
  { x: 0.25, y: 0.75 },
  { x: 0.75, y: 0.75 },
]

/** Between four pixels. */
function readPixel({ width, height, pixels }: GrayImage, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const right = Math.min(1, Math.max(0, x - left))
  const under = Math.min(1, Math.max(0, y - top))
  const at = top * width + left
  const above = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right
  const below = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right
  return above * (1 - under) + below * under
}
