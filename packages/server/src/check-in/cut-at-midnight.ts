import { toCalendarDate } from '@kbyt/sdk/schema'

/** The first instant of the day in Việt Nam. */
export function toMidnight(instant: number): number {
  return Date.parse(`${toCalendarDate(instant)}T00:00:00+07:00`)
}

/**
 * Cuts visits, newest first, after the last whole day among them: nobody's presence goes past
 * midnight, so that each page holds whole ones.
 *
 * @param visits - One more than fit a page, where there are so many.
 */
export function cutAtMidnight<Visit extends { readonly happenedAt: number }>(
  visits: readonly Visit[],
): Visit[] {
  const oldest = toMidnight(visits.at(-1)?.happenedAt ?? 0)
  return visits.filter(({ happenedAt }) => toMidnight(happenedAt) > oldest)
}
