import { KbytError } from '@kbyt/sdk'

const lineFeed = 0x0a

/** One line of a body, which is not copied. */
export interface Line {
  /** From 1. */
  readonly line: number
  readonly bytes: Uint8Array
}

/** The lines of a body that are not blank, one after the other. */
export function* listLines(body: Uint8Array): Generator<Line> {
  let [start, line] = [0, 1]
  while (start < body.length) {
    const found = body.indexOf(lineFeed, start)
    const end = found < 0 ? body.length : found
    const bytes = body.subarray(start, end)
    if (bytes.some((byte) => byte > 0x20)) yield { line, bytes }
    start = end + 1
    line += 1
  }
}

/** @throws {KbytError} `input_invalid` for more lines than one import may have. */
export function checkLineCount(body: Uint8Array, most: number): void {
  let count = 0
  for (const byte of body) if (byte === lineFeed) count += 1
  if (count <= most) return
  throw new KbytError('input_invalid', { issues: [{ path: 'body', code: 'too_many' }] })
}
