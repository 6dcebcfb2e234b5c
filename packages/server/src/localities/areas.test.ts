import type { JourneyPlace } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import {
  conCo,
  list,
  phuBai,
  record,
  report,
  setupArrivals,
  vinhNinh,
  vyDa,
} from '../arrivals/arrivals.setup.js'
import { declare, signIn, signInOfficer } from '../backend.setup.js'
import { config, makeEntry } from '../entry.setup.js'
import { isInArea } from '../inspection/is-in-area.js'
import { listScreenings, makeIll, recordScreening } from '../screenings/screenings.setup.js'

const homes: JourneyPlace[] = [vyDa, vinhNinh, phuBai, conCo]
const units = ['46', '474', '479', '471', '19777', '19783', '19960', '01', '00001', '99999']
const areaSets = [
  ...units.map((unit) => [unit]),
  ['19777', '19960'],
  ['471', '19783'],
  ['46', '19777'],
  [],
]

/** Four people, each ill and on the way to another home; and a day's worth of requests. */
async function setupMatrix() {
  const backend = await setupArrivals()
  const people = homes.map((_, index) =>
    makeIll({ symptoms: ['fever'] }, { fullName: `Người ${'ABCD'[index]}` }),
  )
  const citizen = await signIn(backend)
  for (const [index, destination] of homes.entries()) {
    await declare(backend, citizen, makeEntry({ destination }, [people[index]!]))
  }
  const numbers = people.map(({ person }) => person.identityDocument.number)
  const all = await signInOfficer(backend, 'province', ['46'])
  const { arrivals } = await list(backend, all.headers)
  const { screenings } = await listScreenings(backend, all.headers)
  const idsOf = (number: string | undefined) => ({
    arrivalId: arrivals.find(({ person }) => person.identityDocument.number === number)!.arrivalId,
    screeningId: screenings.find(({ person }) => person.identityDocument.number === number)!
      .screeningId,
  })
  const namesIn = (...areas: string[][]) =>
    homes.flatMap((home, index) =>
      areas.every((each) => isInArea(each, home, config)) ? [people[index]!.person.fullName] : [],
    )
  return { backend, numbers, idsOf, namesIn }
}

const namesOf = (items: readonly { person: { fullName: string } }[]) =>
  items.map(({ person }) => person.fullName).sort()

it.each(areaSets.map((areas) => ({ areas })))(
  'shows an officer of $areas what lies in these areas and in the one asked for, and no other byte',
  async ({ areas }) => {
    const { backend, namesIn } = await setupMatrix()
    const ward = await signInOfficer(backend, 'ward', areas)
    const station = await signInOfficer(backend, 'health-station', areas)

    for (const asked of [undefined, ...units]) {
      backend.clock.at += 5_000
      const query = asked === undefined ? '' : `?area=${asked}`
      const expected = namesIn(areas, ...(asked === undefined ? [] : [[asked]]))
      const answers = [
        await list(backend, ward.headers, query),
        await listScreenings(backend, station.headers, query),
      ]

      expect(namesOf([...(await list(backend, ward.headers, query)).arrivals])).toEqual(expected)
      expect(namesOf((await listScreenings(backend, station.headers, query)).screenings)).toEqual(
        expected,
      )
      for (const { json } of answers) {
        const hidden = ['Người A', 'Người B', 'Người C', 'Người D'].filter(
          (name) => !expected.includes(name),
        )
        for (const name of hidden) expect(JSON.stringify(json)).not.toContain(name)
      }
    }
  },
)

it.each(areaSets.map((areas) => ({ areas })))(
  'lets an officer of $areas record what lies in these areas alone',
  async ({ areas }) => {
    const { backend, numbers, idsOf } = await setupMatrix()
    const ward = await signInOfficer(backend, 'ward', areas)
    const station = await signInOfficer(backend, 'health-station', areas)

    for (const [index, home] of homes.entries()) {
      backend.clock.at += 5_000
      const isOwn = isInArea(areas, home, config)
      const { arrivalId, screeningId } = idsOf(numbers[index])
      const codes = [
        (await report(backend, ward.headers, { by: 'id-number', idNumber: numbers[index] })).json,
        (await record(backend, ward.headers, arrivalId, { event: 'met' })).json,
        (await recordScreening(backend, station.headers, screeningId, { event: 'called' })).json,
      ].map(({ code }) => code)

      expect(codes).toEqual(
        isOwn ? [undefined, undefined, undefined] : ['arrival_elsewhere', 'not_found', 'not_found'],
      )
    }
  },
)
