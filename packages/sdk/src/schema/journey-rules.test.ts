import { expect, it } from 'vitest'
import { addDays } from './calendar-date.js'
import { config, entry, journey, thao } from './declaration.setup.js'
import { checkDeclaration } from './declaration-rules.js'
import type { Journey, JourneyPlace, JourneyStay } from './journey.js'

/** Noon in Việt Nam, 3 March 2021. */
const noon = Date.parse('2021-03-03T05:00:00Z')
const midnight = Date.parse('2021-03-03T17:00:00Z')

const check = (changes: Partial<Journey>, nowMs = noon) =>
  checkDeclaration({ ...entry, journey: { ...journey, ...changes } }, config, nowMs)
const codesOf = (changes: Partial<Journey>, nowMs = noon) =>
  check(changes, nowMs).map(({ path, code }) => `${path} ${code}`)

const { hamlet: _, ...withoutHamlet }: JourneyPlace = journey.origin
const stay: JourneyStay = { ...journey.origin, from: '2021-02-20', to: '2021-03-01' }
/** A night train that arrives at this instant, and the stays no matter when. */
const arriving = (arrivalAt: string): Partial<Journey> => ({
  arrivalAt,
  departureAt: new Date(Date.parse(arrivalAt) - 13 * 3_600_000).toISOString(),
  origin: journey.destination,
  stays: [],
})

it('finds nothing wrong with a proper entry', () => {
  expect(check({})).toEqual([])
})

it('judges people and consents as in a domestic declaration', () => {
  const people = [{ ...thao, person: { ...thao.person, bornOn: '2022' } }, thao, thao, thao]

  const issues = checkDeclaration({ ...entry, people, consents: [] }, config, noon)

  expect(issues.map(({ path }) => path)).toEqual([
    'people.0.person.bornOn',
    'people',
    'people',
    'people.1.person.identityDocument.number',
    'people.2.person.identityDocument.number',
    'people.3.person.identityDocument.number',
    'consents.disease-control',
  ])
})

// ACCEPTANCE 12; dispatch 391, I.2.b
it('asks for the hamlet that somebody comes from', () => {
  expect(codesOf({ origin: withoutHamlet })).toEqual(['journey.origin.hamlet hamlet_required'])
})

it('takes a hamlet typed in where the list has none', () => {
  expect(check({ origin: { ...withoutHamlet, hamlet: 'Xóm Mới' } })).toEqual([])
})

it.each(['origin', 'destination'] as const)('refuses units of another date in %s', (name) => {
  expect(codesOf({ [name]: { ...journey[name], placesVersion: '2025-07' } })).toEqual([
    `journey.${name}.wardCode place_unknown`,
  ])
})

it('asks where in the province the stay will be, down to the hamlet', () => {
  expect(codesOf({ destination: { ...withoutHamlet, provinceCode: '48' } })).toEqual([
    'journey.destination.provinceCode destination_outside',
    'journey.destination.hamlet hamlet_required',
  ])
})

it('asks whoever comes from outside for a stay, and nobody else', () => {
  expect(codesOf({ stays: [] })).toEqual(['journey.stays stay_missing'])
  expect(check({ stays: [], origin: journey.destination })).toEqual([])
})

it.each([
  ['14 days before today', '2021-02-17', true],
  ['15 days before today', '2021-02-16', false],
  ['on the day of arrival', '2021-03-05', true],
  ['after the arrival', '2021-03-06', false],
])('judges a stay that ended %s', (_, to, isFine) => {
  const issues = codesOf({ stays: [{ ...stay, from: '2021-01-01', to }] })

  expect(issues).toEqual(isFine ? [] : ['journey.stays.0.to date_outside_window'])
})

it('counts a stay back from an arrival that is past already', () => {
  const late = { ...arriving('2021-02-20T08:00:00+07:00'), origin: journey.origin }
  const endedOn = (to: string) => codesOf({ ...late, stays: [{ ...stay, from: '2021-01-01', to }] })

  expect(endedOn('2021-02-06')).toEqual([])
  expect(endedOn('2021-02-05')).toEqual(['journey.stays.0.to date_outside_window'])
  expect(endedOn('2021-02-21')).toEqual(['journey.stays.0.to date_outside_window'])
})

it('moves the window of stays on at midnight in Việt Nam', () => {
  const stays = [{ ...stay, from: '2021-02-01', to: '2021-02-17' }]

  expect(check({ stays }, midnight - 1)).toEqual([])
  expect(codesOf({ stays }, midnight)).toEqual(['journey.stays.0.to date_outside_window'])
})

it('asks for a hamlet or a point of each stay', () => {
  const bare: JourneyStay = { ...withoutHamlet, from: stay.from, to: stay.to }

  expect(codesOf({ stays: [stay, bare] })).toEqual(['journey.stays.1.hamlet hamlet_required'])
  expect(codesOf({ stays: [{ ...bare, points: [] }] })).toEqual([
    'journey.stays.0.hamlet hamlet_required',
  ])
  expect(check({ stays: [{ ...bare, points: ['benh-vien-bach-mai'] }] })).toEqual([])
})

it('refuses a stay in units of another date', () => {
  expect(codesOf({ stays: [{ ...stay, placesVersion: '2021-07' }] })).toEqual([
    'journey.stays.0.wardCode place_unknown',
  ])
})

it.each([
  ['the first day it can be', '2021-02-17T00:00:00+07:00', []],
  ['before that', '2021-02-16T23:59:59+07:00', ['journey.arrivalAt arrival_past']],
  ['the last day it can be', '2021-04-02T23:59:59+07:00', []],
  ['after that', '2021-04-03T00:00:00+07:00', ['journey.arrivalAt arrival_far']],
  ['the last moment, written in UTC', '2021-04-02T16:59:59Z', []],
  ['the moment after, written in UTC', '2021-04-02T17:00:00Z', ['journey.arrivalAt arrival_far']],
  ['the year of a slipped finger', '0021-03-05T08:00:00+07:00', ['journey.arrivalAt arrival_past']],
  ['the end of time', '9999-12-31T23:59:59Z', ['journey.arrivalAt arrival_far']],
  ['the beginning of time', '0000-01-01T00:00:00+23:59', ['journey.arrivalAt arrival_past']],
])('judges an arrival on %s', (_, arrivalAt, issues) => {
  expect(codesOf(arriving(arrivalAt))).toEqual(issues)
})

it('moves both ends of the arrival on at midnight in Việt Nam', () => {
  const early = arriving('2021-02-17T12:00:00+07:00')
  const late = arriving('2021-04-03T12:00:00+07:00')

  expect([codesOf(early, midnight - 1), codesOf(late, midnight - 1)]).toEqual([
    [],
    ['journey.arrivalAt arrival_far'],
  ])
  expect([codesOf(early, midnight), codesOf(late, midnight)]).toEqual([
    ['journey.arrivalAt arrival_past'],
    [],
  ])
})

it.each([
  ['at the moment of departure', journey.arrivalAt, ['journey.arrivalAt arrival_order']],
  ['before it', '2021-03-05T11:30:01+07:00', ['journey.arrivalAt arrival_order']],
  ['a minute after it', '2021-03-05T11:29:00+07:00', []],
  ['30 days after it', '2021-02-03T11:30:00+07:00', []],
  [
    'more than 30 days after',
    '2021-02-03T11:29:59+07:00',
    ['journey.departureAt date_outside_window'],
  ],
  [
    'after a departure in no year',
    '0000-01-01T00:00:00+23:59',
    ['journey.departureAt date_outside_window'],
  ],
])('judges an arrival %s', (_, departureAt, issues) => {
  expect(codesOf({ departureAt })).toEqual(issues)
})

it('compares instants, not the texts of two zones', () => {
  const departureAt = '2021-03-05T05:00:00Z'

  expect(codesOf({ departureAt, arrivalAt: '2021-03-05T11:59:00+07:00' })).toEqual([
    'journey.arrivalAt arrival_order',
  ])
  expect(check({ departureAt, arrivalAt: '2021-03-05T04:01:00-01:00' })).toEqual([])
})

it('does not stumble over times the form has not got yet', () => {
  expect(codesOf({ arrivalAt: '', departureAt: '' })).toEqual([
    'journey.arrivalAt date_impossible',
    'journey.departureAt date_impossible',
  ])
})

it('takes the day of leaving from returners alone, up to the departure in Việt Nam', () => {
  const departureAt = '2021-03-03T17:00:00Z'
  const left = (leftProvinceOn: string, travellerKind: Journey['travellerKind'] = 'returner') =>
    codesOf({ leftProvinceOn, travellerKind, departureAt })

  expect(left('2021-03-04')).toEqual([])
  expect(left('2021-03-05')).toEqual(['journey.leftProvinceOn left_province_late'])
  expect(left('2021-03-01', 'visitor')).toEqual(['journey.leftProvinceOn left_province_visitor'])
})

it('takes the name of an organisation from whoever it sent on duty', () => {
  const sentBy = 'Sở Y tế'

  expect(check({ sentBy, purpose: 'duty' })).toEqual([])
  expect(codesOf({ sentBy })).toEqual(['journey.sentBy sent_by_not_duty'])
})

it('asks for the number of every vehicle that has one', () => {
  const { vehicleNumber: _number, ...rest } = entry.journey
  const judge = (vehicle: Journey['vehicle']) =>
    checkDeclaration({ ...entry, journey: { ...rest, vehicle } }, config, noon)

  expect(judge('motorbike')).toEqual([{ path: 'journey.vehicleNumber', code: 'required' }])
  expect(judge('other')).toEqual([])
})

it('knows the posts of the portal', () => {
  expect(check({ post: 'ga-hue' })).toEqual([])
  expect(codesOf({ post: 'ga-da-nang' })).toEqual(['journey.post post_unknown'])
})

it('takes a stay until the day of arrival in Việt Nam or later', () => {
  const until = (stayUntil: string) => codesOf({ stayUntil, arrivalAt: '2021-03-05T17:00:00Z' })

  expect(until('2021-03-06')).toEqual([])
  expect(until('2021-03-05')).toEqual(['journey.stayUntil stay_until_order'])
})

it('counts days alike in every month', () => {
  for (let days = 0; days < 800; days += 1) {
    const today = addDays('2020-01-01', days)
    const nowMs = Date.parse(`${today}T12:00:00+07:00`)

    expect(codesOf(arriving(`${addDays(today, 30)}T23:59:59+07:00`), nowMs)).toEqual([])
    expect(codesOf(arriving(`${addDays(today, -14)}T00:00:00+07:00`), nowMs)).toEqual([])
  }
})
