import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from './calendar-date.js'
import { journey } from './declaration.setup.js'
import type { JourneyStay } from './journey.js'
import { toEntryFacts } from './to-entry-facts.js'

/** Noon in Việt Nam, 3 March 2021. */
const noon = Date.parse('2021-03-03T05:00:00Z')
const today = '2021-03-03'

const makeStay = (wardCode: string, first: number, last: number): JourneyStay => ({
  placesVersion: '2021-03',
  provinceCode: '01',
  wardCode,
  hamlet: 'Tổ 1',
  from: addDays(today, -first),
  to: addDays(today, -last),
})
/** A journey that begins where the newest stay ended. */
function leave(stays: JourneyStay[]) {
  const [newest = makeStay('00001', 0, 0)] = stays.toSorted((one, other) =>
    other.to.localeCompare(one.to),
  )
  const { from: _, to, ...origin } = newest
  return { ...journey, stays, origin, departureAt: `${to}T20:00:00+07:00` }
}
const factsOf = (stays: JourneyStay[], nowMs = noon) =>
  toEntryFacts({ journey: leave(stays), recentPlaces: [] }, nowMs)
const daysOf = (stays: JourneyStay[]) =>
  factsOf(stays).entry.stays.map((stay) => [
    stay.wardCode,
    stay.firstDaysBefore,
    stay.lastDaysBefore,
  ])

it('says where to and where from, in days before the declaration', () => {
  expect(factsOf([makeStay('00001', 10, 2), makeStay('00004', 14, 11)])).toEqual({
    entry: {
      placesVersion: '2021-03',
      destinationWard: '19789',
      stays: [
        { wardCode: '00001', firstDaysBefore: 10, lastDaysBefore: 2 },
        { wardCode: '00004', firstDaysBefore: 14, lastDaysBefore: 11 },
      ],
    },
    shouldAskOfficer: false,
  })
})

it('counts days from midnight in Việt Nam', () => {
  const midnight = Date.parse('2021-03-03T17:00:00Z')
  const lastDay = (nowMs: number) =>
    factsOf([makeStay('00001', 1, 1)], nowMs).entry.stays[0]?.lastDaysBefore

  expect([lastDay(midnight - 1), lastDay(midnight)]).toEqual([1, 2])
})

it('keeps stays that touch apart: a rule may ask when somebody left the first', () => {
  expect(daysOf([makeStay('00001', 10, 8), makeStay('00001', 7, 5)])).toEqual([
    ['00001', 7, 5],
    ['00001', 10, 8],
  ])
})

it('says of two stays in a ward that end on one day the longer', () => {
  const elsewhere = { ...makeStay('00001', 3, 2), hamlet: 'Tổ 2' }

  expect(daysOf([makeStay('00001', 10, 2), elsewhere])).toEqual([['00001', 10, 2]])
  expect(daysOf([elsewhere, makeStay('00001', 3, 2)])).toEqual([['00001', 3, 2]])
})

it('says the origin on the day of departure, where no stay tells it', () => {
  const origin = { ...journey.origin, wardCode: '00008' }
  const from = (departureAt: string) =>
    toEntryFacts(
      {
        journey: { ...journey, origin, departureAt, stays: [makeStay('00001', 10, 9)] },
        recentPlaces: [],
      },
      noon,
    ).entry.stays

  expect(from('2021-03-01T23:59:59+07:00')[0]).toEqual({
    wardCode: '00008',
    firstDaysBefore: 2,
    lastDaysBefore: 2,
  })
  expect(from('2021-03-04T22:00:00+07:00')).toHaveLength(2)
})

it('keeps to the days a pass can say', () => {
  expect(daysOf([makeStay('00001', 400, 28)])).toEqual([['00001', 23, 23]])
  expect(daysOf([makeStay('00001', 1, -2)])).toEqual([['00001', 1, 0]])
})

it('leaves the oldest out of five, and has an officer asked', () => {
  const stays = ['00001', '00004', '00006', '00007', '00008'].map((ward, index) =>
    makeStay(ward, index * 2 + 2, index * 2 + 1),
  )

  const { entry, shouldAskOfficer } = factsOf(stays.toReversed())

  expect(entry.stays.map(({ wardCode }) => wardCode)).toEqual(['00001', '00004', '00006', '00007'])
  expect(shouldAskOfficer).toBe(true)
  expect(factsOf(stays.slice(1)).shouldAskOfficer).toBe(false)
})

it.each<[string, Partial<JourneyStay>]>([
  ['without a ward', { wardCode: undefined }],
  ['in units of another date', { placesVersion: '2025-07' }],
])('has an officer asked of a stay %s', (_, changes) => {
  expect(
    factsOf([makeStay('00001', 3, 2), { ...makeStay('00004', 9, 8), ...changes }]),
  ).toMatchObject({ entry: { stays: [{ wardCode: '00001' }] }, shouldAskOfficer: true })
})

it.each([
  ['country', 'KR', true],
  ['province', '30', true],
  ['province', '01', false],
] as const)('has an officer asked where the %s %s has no stay: %s', (level, code, isAsked) => {
  const recentPlaces = [{ level, code, from: '2021-02-25', to: '2021-02-26' }]

  expect(toEntryFacts({ journey, recentPlaces }, noon).shouldAskOfficer).toBe(isAsked)
})

it.each([
  ['2021-02-20', '2021-03-04', false],
  ['2021-02-19', '2021-03-04', true],
  ['2021-02-20', '2021-03-05', true],
])('has an officer asked where stays tell not every day from %s to %s: %s', (from, to, isAsked) => {
  const recentPlaces = [{ level: 'province', code: '01', from, to } as const]

  expect(toEntryFacts({ journey, recentPlaces }, noon).shouldAskOfficer).toBe(isAsked)
})

it('names no ward where the destination has none', () => {
  const { wardCode: _, ...destination } = journey.destination

  const { entry } = toEntryFacts({ journey: { ...journey, destination }, recentPlaces: [] }, noon)

  expect(entry.destinationWard).toBe('00000')
})

const anyStay = fc
  .record({
    ward: fc.constantFrom('00001', '00004', '00006'),
    last: fc.integer({ min: -30, max: 40 }),
    length: fc.nat(30),
  })
  .map(({ ward, last, length }) => makeStay(ward, last + length, last))

it('never leaves out a day of a ward without having an officer asked', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { maxLength: 20 }), (stays) => {
      const { entry, shouldAskOfficer } = factsOf(stays)
      const isSaid = (ward: string, day: number) =>
        entry.stays.some(
          ({ wardCode, firstDaysBefore, lastDaysBefore }) =>
            wardCode === ward && day <= firstDaysBefore && day >= lastDaysBefore,
        )

      expect(entry.stays.length).toBeLessThanOrEqual(4)
      for (const { wardCode = '', from, to } of shouldAskOfficer ? [] : stays) {
        for (let day = 0; day <= 23; day += 1) {
          const date = addDays(today, -day)
          if (from <= date && date <= to) expect(isSaid(wardCode, day)).toBe(true)
        }
      }
    }),
  )
})
