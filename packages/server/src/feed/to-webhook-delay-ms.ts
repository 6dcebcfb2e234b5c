import type { RandomBytes } from '../ports.js'

const firstMs = 5_000
const longestMs = 3_600_000

/** How long to wait after so many tries: doubled each time up to an hour, then cut by up to a half. */
export function toWebhookDelayMs(attempts: number, randomBytes: RandomBytes): number {
  const [chance = 0] = randomBytes(1)
  const fullMs = Math.min(firstMs * 2 ** (attempts - 1), longestMs)
  return Math.round(fullMs * (1 - chance / 512))
}
