import type { Grey } from '../frame/picture.js'

/** Each pixel the mean of the square around it that reaches `radius` pixels far. */
export function blur({ light, width, height }: Grey, radius: number): Grey {
  const sums = sumRows(light, width, height, radius)
  const blurred = new Uint8ClampedArray(light.length)
  const share = 1 / (2 * radius + 1) ** 2
  const column = new Float32Array(width)
  const add = (row: number, sign: number) => {
    const from = Math.min(Math.max(row, 0), height - 1) * width
    for (let x = 0; x < width; x++) column[x] = (column[x] ?? 0) + sign * (sums[from + x] ?? 0)
  }
  for (let row = -radius; row < radius; row++) add(row, 1)
  for (let y = 0; y < height; y++) {
    add(y + radius, 1)
    for (let x = 0; x < width; x++) blurred[y * width + x] = (column[x] ?? 0) * share
    add(y - radius, -1)
  }
  return { light: blurred, width, height }
}

/** For each pixel the sum of its row from `radius` pixels before to `radius` behind. */
function sumRows(
  light: Uint8ClampedArray,
  width: number,
  height: number,
  radius: number,
): Uint16Array {
  const sums = new Uint16Array(light.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    const at = (x: number) => light[row + Math.min(Math.max(x, 0), width - 1)] ?? 0
    let sum = 0
    for (let x = -radius; x < radius; x++) sum += at(x)
    for (let x = 0; x < width; x++) {
      sum += at(x + radius)
      sums[row + x] = sum
      sum -= at(x - radius)
    }
  }
  return sums
}
