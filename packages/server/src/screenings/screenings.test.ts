import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { arrive, conCo, newNumber, phuBai, setupArrivals } from '../arrivals/arrivals.setup.js'
import { listActions } from '../audit/list-actions.setup.js'
import {
  child,
  declare,
  makeDeclaration,
  makePerson,
  newKey,
  phone,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { makeEntry } from '../entry.setup.js'
import { listScreenings, makeIll, noContact, recordScreening } from './screenings.setup.js'

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057'
const namesOf = async (backend: TestBackend, headers: Record<string, string>, query = '') =>
  (await listScreenings(backend, headers, query)).screenings.map(({ person }) => person.fullName)

async function setupStation(areas = ['19777'], role: OfficerRole = 'health-station') {
  const backend = await setupArrivals()
  const citizen = await signIn(backend)
  const { officer, headers } = await signInOfficer(backend, role, areas)
  return { backend, citizen, officer, headers }
}

async function setupIll(...people: Parameters<typeof makeDeclaration>) {
  const station = await setupStation()
  const declared = people.length > 0 ? people : [makeIll()]
  await declare(station.backend, station.citizen, makeDeclaration(...declared))
  const { screenings } = await listScreenings(station.backend, station.headers)
  return { ...station, screening: screenings[0]! }
}

describe('who is listed', () => {
  it('I.2.a: shows a child with fever at once, with the phone of the parent who declared', async () => {
    const ill = { ...child(), health: { symptoms: ['fever'], contacts: noContact } }
    const { screening, backend, officer } = await setupIll(makeIll({}), ill)

    expect(screening).toMatchObject({
      kind: 'domestic',
      severity: 2,
      state: 'waiting',
      declarerPhone: phone,
      relation: 'child',
      person: { fullName: 'Nguyễn Văn Bé' },
      health: { symptoms: ['fever'] },
      events: [],
    })
    expect((await listActions(backend)).at(-1)).toMatchObject({
      officerId: officer.officerId,
      action: 'list screenings',
      outcome: 'found',
    })
  })

  it('puts a symptom with a contact first, then a symptom, then a contact, each newest first', async () => {
    const { backend, citizen, headers } = await setupStation()
    const contacts = { ...noContact, patient: true }
    const file = (fullName: string, health: object) => {
      backend.clock.at += 1_000
      return declare(backend, citizen, makeDeclaration(makeIll(health, { fullName })))
    }
    await file('Hai Việc Cũ', { symptoms: ['cough'], contacts })
    await file('Chỉ Tiếp Xúc', { contacts })
    await file('Hai Việc Mới', { symptoms: ['fever'], contacts })
    await file('Chỉ Sốt', { symptoms: ['fever'] })
    await file('Không Sao', {})

    expect(await namesOf(backend, headers)).toEqual([
      'Hai Việc Mới',
      'Hai Việc Cũ',
      'Chỉ Sốt',
      'Chỉ Tiếp Xúc',
    ])
  })

  it('goes through them page by page', async () => {
    const { backend, citizen, headers } = await setupStation()
    for (let index = 0; index < 5; index += 1) {
      await declare(backend, citizen, makeDeclaration(makeIll()))
    }
    const seen: string[] = []
    let query = '?limit=2'
    for (;;) {
      const { screenings, json } = await listScreenings(backend, headers, query)
      seen.push(...screenings.map(({ screeningId }) => screeningId))
      if (json.nextCursor === undefined) break
      query = `?limit=2&cursor=${json.nextCursor}`
    }

    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
  })

  it('lists whoever comes by where they go, and others by where they live', async () => {
    const { backend, citizen } = await setupStation()
    const elsewhere = { ...makePerson().address, districtCode: '471', wardCode: undefined }
    await declare(
      backend,
      citizen,
      makeDeclaration(makeIll({ symptoms: ['fever'] }, { address: elsewhere, fullName: 'Ở Đảo' })),
    )
    await declare(
      backend,
      citizen,
      makeEntry({ destination: phuBai }, [
        makeIll({ symptoms: ['fever'] }, { fullName: 'Về Phú Bài' }),
      ]),
    )
    const namesIn = async (area: string) =>
      namesOf(backend, (await signInOfficer(backend, 'health-station', [area])).headers)

    expect(await namesIn('19777')).toEqual([])
    expect(await namesIn('19960')).toEqual(['Về Phú Bài'])
    expect(await namesIn('471')).toEqual(['Ở Đảo'])
    expect((await namesIn('46')).sort()).toEqual(['Về Phú Bài', 'Ở Đảo'].sort())
  })

  it('narrows down to an area and a state', async () => {
    const { backend, headers, screening } = await setupIll()
    await recordScreening(backend, headers, screening.screeningId, { event: 'called' })

    const counts = []
    for (const query of ['?state=waiting', '?state=called', '?area=19960', '?area=474']) {
      counts.push((await listScreenings(backend, headers, query)).screenings.length)
    }

    expect(counts).toEqual([0, 1, 0, 1])
  })

  it.each<[OfficerRole, string | undefined]>([
    ['health-station', undefined],
    ['province', undefined],
    ['ward', 'forbidden'],
    ['checkpoint', 'forbidden'],
    ['clinic', 'forbidden'],
    ['administrator', 'forbidden'],
    ['inspector', 'forbidden'],
  ])('is for health stations and the province, so answers the role %s: %s', async (role, code) => {
    const { backend, screening } = await setupIll()
    const { headers } = await signInOfficer(backend, role, ['46'])

    const listed = await listScreenings(backend, headers)
    const recorded = await recordScreening(backend, headers, screening.screeningId, {
      event: 'called',
    })

    expect([listed.json.code, recorded.json.code]).toEqual([code, code])
  })

  it('shows nothing when the log cannot be written', async () => {
    const { backend, headers } = await setupIll()
    backend.store.audit.append = () => Promise.reject(new Error('the disk is full'))

    expect((await listScreenings(backend, headers)).json.code).toBe('audit_unavailable')
  })
})

describe('what is recorded', () => {
  it('keeps each step with its officer and note, and the furthest as the state', async () => {
    const { backend, headers, screening, officer } = await setupIll()
    const states = []
    for (const event of ['called', 'examined', 'called', 'referred', 'closed', 'called']) {
      backend.clock.at += 1
      const body = { event, note: `ghi chú ${event}` }
      states.push((await recordScreening(backend, headers, screening.screeningId, body)).json.state)
    }
    const [found] = (await listScreenings(backend, headers)).screenings

    expect(states).toEqual(['called', 'examined', 'examined', 'referred', 'closed', 'called'])
    expect(found?.events).toHaveLength(6)
    expect(found?.events[0]).toMatchObject({
      event: 'called',
      note: 'ghi chú called',
      officerId: officer.officerId,
    })
  })

  it('records once whatever arrives twice', async () => {
    const { backend, headers, screening } = await setupIll()
    const key = newKey()
    const call = () =>
      recordScreening(backend, headers, screening.screeningId, { event: 'called' }, key)

    const [first, second] = [await call(), await call()]

    expect(second.json).toEqual(first.json)
    expect((await listScreenings(backend, headers)).screenings[0]?.events).toHaveLength(1)
  })

  it('88: answers alike for an unknown screening and for another area, and audits the difference', async () => {
    const { backend, screening } = await setupIll()
    const { headers } = await signInOfficer(backend, 'health-station', ['19960'])
    const ask = (id: string) => recordScreening(backend, headers, id, { event: 'called' })

    const [hidden, absent] = [await ask(screening.screeningId), await ask(unknownId)]

    expect([hidden.status, hidden.json]).toEqual([absent.status, absent.json])
    expect(absent.json.code).toBe('not_found')
    expect((await listActions(backend)).map(({ outcome }) => outcome).slice(-2)).toEqual([
      'out_of_area',
      'absent',
    ])
  })
})

describe('declaring again', () => {
  async function setupCalled() {
    const number = newNumber()
    const person = { identityDocument: { type: 'cccd' as const, number } }
    const ill = makeIll({ symptoms: ['fever'] }, person)
    const { backend, citizen, headers, screening } = await setupIll(ill)
    await recordScreening(backend, headers, screening.screeningId, { event: 'called' })
    backend.clock.at += 60_000
    const again = (health: Parameters<typeof makeIll>[0], address = makePerson().address) =>
      declare(backend, citizen, makeDeclaration(makeIll(health, { ...person, address })))
    const look = async () => (await listScreenings(backend, headers)).screenings
    return { backend, headers, again, look }
  }

  it('goes on where the station is when nothing is worse', async () => {
    const { again, look } = await setupCalled()

    await again({ symptoms: ['cough'] })

    expect(await look()).toMatchObject([
      { state: 'called', health: { symptoms: ['cough'] }, events: [{ event: 'called' }] },
    ])
  })

  it('waits again when there is a contact on top', async () => {
    const { again, look } = await setupCalled()

    await again({ symptoms: ['fever'], contacts: { ...noContact, symptomatic: true } })

    expect(await look()).toMatchObject([{ state: 'waiting', severity: 3, events: [{}] }])
  })

  it('keeps somebody on the list who feels well again: the station closes it', async () => {
    const { again, look } = await setupCalled()

    await again({})

    expect(await look()).toMatchObject([{ state: 'called', health: { symptoms: ['fever'] } }])
  })

  it('moves somebody to the station of the ward they live in now', async () => {
    const { again, look, backend } = await setupCalled()

    await again({ symptoms: ['fever'] }, { ...conCo, hamlet: 'Thôn 1' })

    expect(await look()).toEqual([])
    const { headers } = await signInOfficer(backend, 'health-station', ['471'])
    const { screenings } = await listScreenings(backend, headers)
    expect(screenings).toMatchObject([{ state: 'waiting', events: [] }])
  })
})

it('says nothing of people without a symptom or a contact', async () => {
  const { backend, headers } = await setupStation(['46'], 'province')
  await arrive(backend)

  expect(await namesOf(backend, headers)).toEqual([])
})
