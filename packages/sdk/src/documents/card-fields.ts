import { birthSchema, isCalendarDate } from '../schema/calendar-date.js'
import type { Gender } from '../schema/person.js'
import { foldName, personNameSchema } from '../schema/person-name.js'
import { lineSchema, toPlainText } from '../schema/text.js'

const addressSchema = lineSchema(200)

/** Cards write nothing as an empty part or as "-". */
const toValue = (part: string | undefined) => {
  const value = toPlainText(part ?? '')
  return value === '' || value === '-' ? undefined : value
}

/** A name as the form takes it; one that a reader damaged is left out. */
export function readName(part: string | undefined): string | undefined {
  const name = toValue(part)
  return personNameSchema.safeParse(name).success ? name : undefined
}

export function readAddress(part: string | undefined): string | undefined {
  const address = toValue(part)
  return addressSchema.safeParse(address).success ? address : undefined
}

const genders: ReadonlyMap<string, Gender> = new Map([
  ['nam', 'male'],
  ['1', 'male'],
  ['nu', 'female'],
  ['2', 'female'],
])

/** `Nam`, `Nữ`, also `Nu` as a lossy reader types it; `1`, `2` on insurance cards. */
export function readGender(part: string | undefined): Gender | undefined {
  return genders.get(foldName(part ?? ''))
}

/** `ddMMyyyy` or `d/M/yyyy` as `YYYY-MM-DD`; a date that does not exist is left out. */
export function readDate(part: string | undefined): string | undefined {
  const text = toValue(part) ?? ''
  const match = /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = match ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

/** A birth date, or the year alone where the card has no more (`yyyy`, `MMyyyy`). */
export function readBirth(part: string | undefined): string | undefined {
  const year = /^(?:(?:0[1-9]|1[0-2])\/?)?(\d{4})$/.exec(toValue(part) ?? '')?.[1]
  const bornOn = readDate(part) ?? year
  return birthSchema.safeParse(bornOn).success ? bornOn : undefined
}
