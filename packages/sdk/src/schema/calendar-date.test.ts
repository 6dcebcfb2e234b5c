import { expect, it } from 'vitest'
import {
  addDays,
  birthSchema,
  calendarDateSchema,
  instantSchema,
  isCalendarDate,
  toCalendarDate,
  youngestAge,
} from './calendar-date.js'
import { toInputIssues } from './issue.js'

const codeOf = (bornOn: unknown) => {
  const { error } = birthSchema.safeParse(bornOn, { reportInput: true })
  return error && toInputIssues(error)[0]?.code
}

it('begins the day at midnight in Việt Nam', () => {
  expect(toCalendarDate(Date.parse('2021-03-02T16:59:59.999Z'))).toBe('2021-03-02')
  expect(toCalendarDate(Date.parse('2021-03-02T17:00:00.000Z'))).toBe('2021-03-03')
})

it.each([
  ['2021-03-03', -14, '2021-02-17'],
  ['2020-02-28', 1, '2020-02-29'],
  ['2021-12-31', 1, '2022-01-01'],
])('counts from %s %d days on', (date, days, result) => {
  expect(addDays(date, days)).toBe(result)
})

it.each(['2021-03-03', '2020-02-29', '2000-02-29'])('knows %s', (date) => {
  expect(isCalendarDate(date)).toBe(true)
})

it.each([
  '2021-02-29',
  '2021-02-31',
  '1900-02-29',
  '2021-13-01',
  '2021-00-10',
  '2021-3-3',
  '03/03/2021',
  '2021-03-03T00:00:00Z',
  ' 2021-03-03',
  '2021-03-03\n',
  '٢٠٢١-٠٣-٠٣',
])('refuses the date %j', (date) => {
  expect(isCalendarDate(date)).toBe(false)
  expect(calendarDateSchema.safeParse(date).success).toBe(false)
})

it.each(['1900', '1990', '1990-12-31', '2004-02-29'])('takes %s for a birth', (bornOn) => {
  expect(codeOf(bornOn)).toBeUndefined()
})

// ATTACKS 75
it.each([
  ['1899', 'birth_year_range'],
  ['1899-12-31', 'birth_year_range'],
  ['0000', 'birth_year_range'],
  ['٢٠٠٠', 'birth_date_impossible'],
  ['２０００', 'birth_date_impossible'],
  ['1990-02-30', 'birth_date_impossible'],
  ['90', 'birth_date_impossible'],
  ['19901', 'birth_date_impossible'],
  ['-1990', 'birth_date_impossible'],
  ['1e3', 'birth_date_impossible'],
  ['', 'required'],
  [1990, 'invalid_type'],
])('refuses %j for a birth', (bornOn, code) => {
  expect(codeOf(bornOn)).toBe(code)
})

it.each([
  ['2005-03-03', '2021-03-03', 16],
  ['2005-03-04', '2021-03-03', 15],
  ['2004-02-29', '2020-02-28', 15],
  ['2004-02-29', '2021-02-28', 16],
  ['2004-02-29', '2021-03-01', 17],
  ['2005', '2021-03-03', 15],
  ['2005', '2021-12-31', 16],
])('counts somebody born %s on %s as %i at the youngest', (bornOn, today, age) => {
  expect(youngestAge(bornOn, today)).toBe(age)
})

it.each(['2021-03-03T08:00:00.000Z', '2021-03-03T15:00:00+07:00'])(
  'takes the instant %s',
  (text) => {
    expect(instantSchema.safeParse(text).success).toBe(true)
  },
)

it.each(['2021-03-03', '2021-03-03T08:00:00', '2021-02-30T08:00:00Z', '1614758400000'])(
  'refuses the instant %s',
  (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false)
  },
)
