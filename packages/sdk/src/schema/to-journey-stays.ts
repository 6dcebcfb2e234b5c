import { toCalendarDate } from './calendar-date.js'
import type { FiledJourney, JourneyStay } from './journey.js'

/**
 * Everywhere a journey says somebody was, the newest first: its stays, and the origin on the day of
 * departure. Two that touch stay two: a rule may ask where somebody was on a day, or when they left.
 */
export function toJourneyStays({
  origin,
  departureAt,
  stays,
}: Pick<FiledJourney, 'origin' | 'departureAt' | 'stays'>): JourneyStay[] {
  const departedOn = toCalendarDate(Date.parse(departureAt))
  return [...stays, { ...origin, from: departedOn, to: departedOn }].sort(byLastDay)
}

function byLastDay(one: JourneyStay, other: JourneyStay): number {
  return Date.parse(other.to) - Date.parse(one.to)
}
