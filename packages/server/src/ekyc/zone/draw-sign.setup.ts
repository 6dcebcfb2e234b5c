import { drawnOutlines } from './drawn-outlines.setup.js'

/** Units of an outline to a step from sign to sign. */
const pitch = 723
const middle = { x: 361, y: 366 }
const grain = 8
const width = 90
const height = 135

const masks = new Map<string, Uint8Array>()

/** Whether there is ink so many steps right of and below the middle of a sign. */
export function isInk(sign: string, right: number, down: number): boolean {
  const column = Math.floor((right * pitch) / grain + width / 2)
  const row = Math.floor((down * pitch) / grain + height / 2)
  if (column < 0 || column >= width || row < 0 || row >= height) return false
  const mask = masks.get(sign) ?? draw(sign)
  masks.set(sign, mask)
  return mask[row * width + column] === 1
}

function draw(sign: string): Uint8Array {
  const mask = new Uint8Array(width * height)
  const lines = (drawnOutlines[sign] ?? '').split('|').map(toEdges)
  for (let row = 0; row < height; row += 1) {
    const y = middle.y - (row + 0.5 - height / 2) * grain
    const crossings = lines.flat().flatMap(({ from, to }) => {
      if (from.y <= y === to.y <= y) return []
      const x = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)
      return [{ x, turn: to.y > from.y ? 1 : -1 }]
    })
    for (let column = 0; column < width; column += 1) {
      const x = middle.x + (column + 0.5 - width / 2) * grain
      const winding = crossings.reduce((sum, each) => sum + (each.x > x ? each.turn : 0), 0)
      if (winding !== 0) mask[row * width + column] = 1
    }
  }
  return mask
}

function toEdges(line: string) {
  const numbers = line.split(' ').map(Number)
  const points = Array.from({ length: numbers.length / 2 }, (_, index) => ({
    x: numbers[2 * index]!,
    y: numbers[2 * index + 1]!,
  }))
  return points.map((from, index) => ({ from, to: points[(index + 1) % points.length]! }))
}
