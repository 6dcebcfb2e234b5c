const dayMs = 86_400_000

/** Whole days: somebody who is met many times a day is written once. */
export const toKeptUntil = (atMs: number): number => Math.ceil(atMs / dayMs) * dayMs
