import { addDays } from './calendar-date.js'
import type { FiledRecentPlace } from './declaration.js'
import type { JourneyStay } from './journey.js'

/** Whether stays account for every day in a province; then they say more than it does. */
export function isToldByStays(place: FiledRecentPlace, stays: readonly JourneyStay[]): boolean {
  if (place.level === 'country') return false
  let untold = place.from
  for (const { provinceCode, from, to } of [...stays].sort(byFirstDay)) {
    if (provinceCode === place.code && from <= untold && to >= untold) untold = addDays(to, 1)
  }
  return untold > place.to
}

function byFirstDay(one: JourneyStay, other: JourneyStay): number {
  return Date.parse(one.from) - Date.parse(other.from)
}
