import type { RandomBytes } from '../ports.js'

const poolSize = 4_096

/**
 * Unpredictable bytes, fetched from the system a few thousand at a time: to ask it costs far more than
 * the bytes. Each is given once and forgotten.
 */
export function createRandomPool(): RandomBytes {
  const pool = new Uint8Array(poolSize)
  let next = poolSize
  return (length) => {
    if (length > poolSize) return crypto.getRandomValues(new Uint8Array(length))
    if (next + length > poolSize) {
      crypto.getRandomValues(pool)
      next = 0
    }
    const bytes = pool.slice(next, next + length)
    pool.fill(0, next, next + length)
    next += length
    return bytes
  }
}
