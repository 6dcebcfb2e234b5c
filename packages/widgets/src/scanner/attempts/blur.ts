import type { Grey } from '../frame/picture.js'

/**
 * Each pixel the mean of the square around it that reaches `radius` pixels far; beyond an edge its
 * pixels go on.
 */
export function blur({ light, width, height }: Grey, radius: number): Grey {
  const blurred = new Uint8ClampedArray(light.length)
  if (!light.length) return { light: blurred, width, height }
  const sums = sumRows(light, width, radius)
  const share = 1 / (2 * radius + 1) ** 2
  const column = new Int32Array(width)
  for (let row = -radius; row < radius; row++) addRow(column, sums, clamp(row, height) * width, 1)
  for (let y = 0; y < height; y++) {
    addRow(column, sums, clamp(y + radius, height) * width, 1)
    const to = y * width
    for (let x = 0; x < width; x++) blurred[to + x] = (column[x] as number) * share
    addRow(column, sums, clamp(y - radius, height) * width, -1)
  }
  return { light: blurred, width, height }
}

// Every index below lies within its array: asking each time would take a third of the time.

function addRow(column: Int32Array, sums: Uint16Array, from: number, sign: number): void {
  for (let x = 0; x < column.length; x++)
    column[x] = (column[x] as number) + sign * (sums[from + x] as number)
}

/** For each pixel the sum of its row from `radius` pixels before to `radius` behind. */
function sumRows(light: Uint8ClampedArray, width: number, radius: number): Uint16Array {
  const sums = new Uint16Array(light.length)
  const row = new Uint8ClampedArray(width + 2 * radius + 1)
  for (let from = 0; from < light.length; from += width) {
    row.fill(light[from] as number, 0, radius)
    row.set(light.subarray(from, from + width), radius)
    row.fill(light[from + width - 1] as number, radius + width)
    let sum = 0
    for (let x = 0; x < 2 * radius; x++) sum += row[x] as number
    for (let x = 0; x < width; x++) {
      sum += row[x + 2 * radius] as number
      sums[from + x] = sum
      sum -= row[x] as number
    }
  }
  return sums
}

const clamp = (place: number, length: number): number => Math.min(Math.max(place, 0), length - 1)
