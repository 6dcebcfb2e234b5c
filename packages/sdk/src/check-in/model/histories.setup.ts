import { env } from 'node:process'

/** `KBYT_LONG=1` is what `pnpm test:long` sets. */
const isLong = env.KBYT_LONG === '1'

/** How many histories a test goes through, and how long it may take. */
export const histories = isLong ? 100_000 : 2_000
export const timeoutMs = isLong ? 3_600_000 : 60_000
