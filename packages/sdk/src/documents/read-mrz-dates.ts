import { isCalendarDate, toCalendarDate } from '../schema/calendar-date.js'

// A zone has two digits of the year. These stand for a card that does not expire.
const openEnd = '991231'

const toDate = (century: number, yearMonthDay: string) =>
  `${century}${yearMonthDay.slice(0, 2)}-${yearMonthDay.slice(2, 4)}-${yearMonthDay.slice(4)}`

/**
 * The birth date, in the century the ID number names, else in the newest that is not in the future;
 * undefined for a date that does not exist.
 */
export function readMrzBirth(
  yearMonthDay: string,
  numberYear: number | undefined,
  now: number,
): string | undefined {
  const centuries = [Math.floor((numberYear ?? 0) / 100), 20, 19]
  return centuries
    .map((century) => toDate(century, yearMonthDay))
    .find((date) => isCalendarDate(date) && date >= '1900' && date <= toCalendarDate(now))
}

/** The last day, of this century; undefined for a card that does not expire. */
export function readMrzEnd(yearMonthDay: string): string | undefined {
  const date = toDate(20, yearMonthDay)
  return yearMonthDay !== openEnd && isCalendarDate(date) ? date : undefined
}
