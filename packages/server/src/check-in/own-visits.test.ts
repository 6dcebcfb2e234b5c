import { type OwnPresence, ownVisitPageSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { child, declare, makeDeclaration, makeDeclared, send, signIn } from '../backend.setup.js'
import { record, setupDoor } from './check-in.setup.js'

const hour = 3_600_000
/** The evening of 3 March 2021 in Việt Nam. */
const evening = Date.parse('2021-03-03T20:00:00+07:00')

async function setupEvening(venueChanges: Parameters<typeof setupDoor>[1] = {}) {
  const door = await setupDoor({}, venueChanges)
  const { backend, machine, scan } = door
  backend.clock.at = evening
  const come = (at: number, changes: Parameters<typeof scan>[0] = {}) =>
    record(backend, machine, [scan({ at: new Date(at).toISOString(), ...changes })])

  async function find(headers: Record<string, string>, query = '') {
    const { json } = await send(backend, 'GET', `/v1/visits${query}`, undefined, headers)
    return ownVisitPageSchema.parse(json)
  }

  return { ...door, come, find, visitor: await signIn(backend, '+84905123456') }
}

const toTimes = ({ cameInAt, wentOutAt, endedBy }: OwnPresence) => [
  cameInAt && Date.parse(cameInAt),
  wentOutAt && Date.parse(wentOutAt),
  endedBy,
]

describe('one’s own visits', () => {
  it('pair in and out, with the venue’s name', async () => {
    const { venue, come, find, visitor } = await setupEvening()
    await come(evening - 2 * hour)
    await come(evening - hour, { direction: 'out' })
    await come(evening)

    const { presences, nextCursor } = await find(visitor)

    expect(presences.map(toTimes)).toEqual([
      [evening, undefined, undefined],
      [evening - 2 * hour, evening - hour, 'scan'],
    ])
    expect(presences[0]).toMatchObject({ venueName: venue.name, displayName: 'N.T.P. Thảo' })
    expect(nextCursor).toBeUndefined()
  })

  it('end by themselves at the venue’s limit, else at midnight', async () => {
    const limited = await setupEvening({ checkOutAfterMinutes: 60 })
    const open = await setupEvening()
    await limited.come(evening - 2 * hour)
    await open.come(evening - 2 * hour)
    open.backend.clock.at = evening + 5 * hour

    const [byLimit] = (await limited.find(limited.visitor)).presences
    const late = await signIn(open.backend, '+84905123456')
    const [byMidnight] = (await open.find(late)).presences

    expect(byLimit && toTimes(byLimit)).toEqual([evening - 2 * hour, evening - hour, 'limit'])
    expect(byMidnight && toTimes(byMidnight)).toEqual([
      evening - 2 * hour,
      evening + 4 * hour,
      'midnight',
    ])
  })

  it('are those of the phone’s passes alone: relatives’ too, no stranger’s', async () => {
    const { backend, come, find, visitor } = await setupEvening()
    const stranger = await signIn(backend, '+84905888888')
    const family = makeDeclaration(
      makeDeclared({
        fullName: 'Lê Văn An',
        identityDocument: { type: 'cccd', number: '046090000001' },
      }),
      child(),
    )
    const { json } = await declare(backend, stranger, family)
    const people: { pass: { passId: string } }[] = Array.isArray(json.people) ? json.people : []
    for (const { pass } of people) {
      await come(evening, { subject: { by: 'pass', passId: pass.passId } })
    }

    const mine = await find(visitor)
    const theirs = await find(stranger)

    expect(mine.presences).toEqual([])
    expect(theirs.presences.map(({ displayName }) => displayName).sort()).toEqual([
      'L.V. An',
      'N.V. Bé',
    ])
  })

  it('come in pages of whole days, each presence once', async () => {
    const { backend, come, find } = await setupEvening()
    backend.clock.at = evening + 4 * 24 * hour
    const days = [0, 1, 2, 3].map((index) => evening + index * 24 * hour)
    for (const at of days) {
      await come(at - hour)
      await come(at, { direction: 'out' })
    }
    const visitor = await signIn(backend, '+84905123456')

    const first = await find(visitor, '?limit=5')
    const second = await find(visitor, `?limit=5&cursor=${first.nextCursor}`)
    const single = await find(visitor, '?limit=1')

    expect(first.presences.map(toTimes)).toEqual([
      [days[3]! - hour, days[3], 'scan'],
      [days[2]! - hour, days[2], 'scan'],
    ])
    expect(second.presences.map(toTimes)).toEqual([
      [days[1]! - hour, days[1], 'scan'],
      [days[0]! - hour, days[0], 'scan'],
    ])
    expect(second.nextCursor).toBeUndefined()
    expect(single.presences.map(toTimes)).toEqual([[days[3]! - hour, days[3], 'scan']])
  })

  it('take no cursor that somebody else was given, or edited', async () => {
    const { backend, come, find } = await setupEvening()
    backend.clock.at = evening + 24 * hour
    await come(evening)
    await come(evening + hour, { direction: 'out' })
    await come(evening + 24 * hour)
    const own = await signIn(backend, '+84905123456')
    const { nextCursor } = await find(own, '?limit=1')
    const stranger = await signIn(backend, '+84905888888')

    const codes = await Promise.all(
      [
        { headers: stranger, cursor: nextCursor },
        { headers: own, cursor: `${nextCursor?.slice(0, -3)}AAA` },
      ].map(async ({ headers, cursor }) => {
        const path = `/v1/visits?cursor=${cursor}`
        return (await send(backend, 'GET', path, undefined, headers)).json.code
      }),
    )

    expect(nextCursor).toBeDefined()
    expect(codes).toEqual(['input_invalid', 'input_invalid'])
  })
})
