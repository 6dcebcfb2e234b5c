const firstMs = 2_000
const longestMs = 5 * 60_000

/** How long to wait after so many failures in a row: doubled each time, then cut by up to a half. */
export function toBackoffMs(failures: number, random: () => number): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs) * (1 - random() / 2)
}
