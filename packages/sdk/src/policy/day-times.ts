const dayMs = 86_400_000

/** The instant (milliseconds since 1970) at which a calendar date begins in Việt Nam. */
export function toDayStart(date: string): number {
  return Date.parse(`${date}T00:00:00+07:00`)
}

/** Whole days from one calendar date to a later one. */
export function countDays(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs
}

/** A time from `from` up to, not including, `to`; open where there is no `to`. */
export interface Period {
  readonly from: string
  readonly to?: string | undefined
}

const toEnd = ({ to }: Period) => (to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to))

export function isWithin(period: Period, instantMs: number): boolean {
  return Date.parse(period.from) <= instantMs && instantMs < toEnd(period)
}

export function doPeriodsOverlap(one: Period, other: Period): boolean {
  return Date.parse(one.from) < toEnd(other) && Date.parse(other.from) < toEnd(one)
}

/** Whether whole days, the last one included, touch a period. */
export function doDaysTouch(days: { from: string; to: string }, period: Period): boolean {
  const isBegun = Date.parse(period.from) < toDayStart(days.to) + dayMs
  return isBegun && toDayStart(days.from) < toEnd(period)
}
