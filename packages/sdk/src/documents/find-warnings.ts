import { toBirthYear, toCalendarDate } from '../schema/calendar-date.js'
import type { Gender } from '../schema/person.js'
import type { CccdFacts } from './read-cccd-number.js'

/**
 * `birth_year_differs`, `gender_differs`: the number says another than the person; numbers are
 * re-issued after corrections, so ask, do not refuse. `birth_year_future`: a year yet to come.
 * `birth_province_unknown`: none of the 63; births abroad have codes of another list.
 */
export type DocumentWarning =
  | 'birth_year_differs'
  | 'birth_year_future'
  | 'gender_differs'
  | 'birth_province_unknown'

/** What is said of the person beside the number. */
export interface PersonClaims {
  /** A calendar date or the year alone. */
  readonly bornOn?: string | undefined
  readonly gender?: Gender | undefined
}

/** Compares a CCCD with what is said of its holder; gender "other" contradicts nothing. */
export function findWarnings(
  { birthYear, gender, birthProvince }: CccdFacts,
  claims: PersonClaims,
  now: number,
): DocumentWarning[] {
  const isOtherYear = claims.bornOn !== undefined && toBirthYear(claims.bornOn) !== birthYear
  const isOtherGender =
    claims.gender !== undefined && claims.gender !== 'other' && claims.gender !== gender
  const found: (DocumentWarning | false)[] = [
    isOtherYear && 'birth_year_differs',
    birthYear > toBirthYear(toCalendarDate(now)) && 'birth_year_future',
    isOtherGender && 'gender_differs',
    birthProvince === undefined && 'birth_province_unknown',
  ]
  return found.filter((warning) => warning !== false)
}
