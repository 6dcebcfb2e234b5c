import * as z from 'zod/mini'
import { withCode } from './issue.js'

/** Days and their ends are those of Việt Nam, whatever the machine's zone; it has no summer time. */
const vietnamOffsetMs = 7 * 3_600_000
const dayMs = 86_400_000

/** The calendar date in Việt Nam at an instant (milliseconds since 1970), `YYYY-MM-DD`. */
export function toCalendarDate(instantMs: number): string {
  return new Date(instantMs + vietnamOffsetMs).toISOString().slice(0, 10)
}

/** The calendar date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Whether the text is a date that exists: no 31 February, no roll-over. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export const calendarDateSchema = z
  .string()
  .check(z.minLength(1), z.refine(isCalendarDate, withCode('date_impossible')))

/** An instant with its offset, as `2021-03-03T08:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ offset: true })

/** A birth date, or the year alone: the dispatch asks NĂM SINH (I.4.b). 1900 and later. */
export const birthSchema = z.string().check(
  z.minLength(1),
  z.refine((text) => /^\d{4}$/.test(text) || isCalendarDate(text), {
    ...withCode('birth_date_impossible'),
    abort: true,
  }),
  z.refine((text) => Number(text.slice(0, 4)) >= 1900, withCode('birth_year_range')),
)

/** The year of a birth date, or of a year alone. */
export const toBirthYear = (bornOn: string): number => Number(bornOn.slice(0, 4))

/**
 * The youngest a person born `bornOn` can be on `today`, in whole years: with the year alone the
 * benefit of the doubt is the person's.
 */
export function youngestAge(bornOn: string, today: string): number {
  const birthday = bornOn.length === 4 ? `${bornOn}-12-31` : bornOn
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4))
  return today.slice(5) < birthday.slice(5) ? years - 1 : years
}
