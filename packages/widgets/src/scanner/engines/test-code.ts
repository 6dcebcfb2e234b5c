import type { Picture } from '../frame/picture.js'
import { toPicture } from '../frame/to-picture.js'

/** What the built-in code says. */
export const testText = 'KBYT'

/** Its modules, a row a number, the leftmost in the highest bit: version 1, level M. */
const rows = [
  0x1fcb7f, 0x104c41, 0x175c5d, 0x17595d, 0x17595d, 0x105241, 0x1fd57f, 0x001000, 0x17c67c,
  0x113fcb, 0x15c967, 0x1b3bc4, 0x19f521, 0x00112b, 0x1fc690, 0x105035, 0x175694, 0x1753c8,
  0x175160, 0x1047c9, 0x1fd124,
]
const quiet = 4
const side = 8

/** Draws the code that an engine must read before it is trusted. */
export function drawTestCode(): Picture {
  const modules = rows.length
  const width = (modules + 2 * quiet) * side
  const light = new Uint8ClampedArray(width * width).fill(255)
  for (let y = 0; y < modules * side; y++)
    for (let x = 0; x < modules * side; x++) {
      const row = rows[Math.floor(y / side)] ?? 0
      const isDark = (row >> (modules - 1 - Math.floor(x / side))) & 1
      if (isDark) light[(y + quiet * side) * width + x + quiet * side] = 0
    }
  return toPicture({ light, width, height: width })
}
