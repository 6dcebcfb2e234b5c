import type { RandomBytes } from '../ports.js'

/** A code of `length` digits, each value equally likely: bytes above 249 are thrown away. */
export function createCode(length: number, randomBytes: RandomBytes): string {
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 250 && code.length < length) code += String(byte % 10)
    }
  }
  return code
}
