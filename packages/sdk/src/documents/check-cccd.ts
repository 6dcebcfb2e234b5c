import { toBirthYear } from '../schema/calendar-date.js'
import type { Gender } from '../schema/person.js'
import { cccdProvinces } from './cccd-provinces.js'

/**
 * `birth_year_differs`, `gender_differs`: the number says another than the person; numbers are
 * re-issued after corrections, so ask, do not refuse. `birth_province_unknown`: none of the 63.
 */
export type DocumentWarning = 'birth_year_differs' | 'gender_differs' | 'birth_province_unknown'

/** What is said of the person beside the number. */
export interface PersonClaims {
  /** A calendar date or the year alone. */
  readonly bornOn?: string | undefined
  readonly gender?: Gender | undefined
}

export interface CccdFacts {
  readonly birthYear: number
  readonly gender: Gender
  /** Where the birth was registered, which is not where the person lives. */
  readonly birthProvince: string | undefined
}

/** What the 12 digits of a CCCD say: circular 07/2016/TT-BCA, article 7. */
export function readCccdNumber(number: string): CccdFacts {
  const century = Number(number[3])
  return {
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6)),
    gender: century % 2 === 0 ? 'male' : 'female',
    birthProvince: cccdProvinces.get(number.slice(0, 3)),
  }
}

/** Compares a CCCD with what is said of its holder; gender "other" contradicts nothing. */
export function checkCccd(number: string, { bornOn, gender }: PersonClaims): DocumentWarning[] {
  const facts = readCccdNumber(number)
  const isOtherYear = bornOn !== undefined && toBirthYear(bornOn) !== facts.birthYear
  const isOtherGender = gender !== undefined && gender !== 'other' && gender !== facts.gender
  const found: (DocumentWarning | false)[] = [
    isOtherYear && 'birth_year_differs',
    isOtherGender && 'gender_differs',
    facts.birthProvince === undefined && 'birth_province_unknown',
  ]
  return found.filter((warning) => warning !== false)
}
