import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { newKey, send, signInOfficer } from '../backend.setup.js'
import {
  arrive,
  audits,
  conCo,
  list,
  phuBai,
  record,
  setupArrivals,
  setupWard,
  vinhNinh,
  vyDa,
  withdraw,
} from './arrivals.setup.js'

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('who is listed', () => {
  it('shows the ward who comes, from where and to whom, and nothing of their health', async () => {
    const { arrival, filed, number, officer, backend } = await setupWard({ hostName: 'Cô Lan' })

    expect(arrival).toMatchObject({
      personId: filed.people[0]?.personId,
      declarationId: filed.declarationId,
      state: 'expected',
      declaredAt: filed.declaredAt,
      arrivalAt: '2021-03-05T04:30:00.000Z',
      declarerPhone: expect.stringMatching(/^\+8490/),
      relation: 'self',
      person: { fullName: 'Nguyễn Thị Phương Thảo', identityDocument: { number } },
      journey: { hostName: 'Cô Lan', origin: { hamlet: 'Tổ 12' }, destination: vyDa },
      events: [],
    })
    expect(arrival).not.toHaveProperty('health')
    expect((await audits(backend)).at(-1)).toMatchObject({
      officerId: officer.officerId,
      action: 'list arrivals',
      outcome: 'found',
    })
  })

  it.each<[string, string[], number[]]>([
    ['a ward', ['19777'], [0]],
    ['two wards', ['19777', '19960'], [0, 2]],
    ['a district', ['474'], [0, 1]],
    ['a district without wards', ['471'], [3]],
    ['the province', ['46'], [0, 1, 2, 3]],
    ['another province', ['48'], []],
    ['no area', [], []],
  ])('shows an officer of %s their own', async (_name, areas, expected) => {
    const backend = await setupArrivals()
    const numbers: string[] = []
    for (const destination of [vyDa, vinhNinh, phuBai, conCo]) {
      numbers.push((await arrive(backend, { destination })).number)
    }
    const { headers } = await signInOfficer(backend, 'ward', areas)

    const { arrivals } = await list(backend, headers)

    const seen = arrivals.map(({ person }) => numbers.indexOf(person.identityDocument.number))
    expect(seen.sort()).toEqual(expected)
  })

  it.each<[string, string, number]>([
    ['a ward of theirs', '?area=19777', 1],
    ['a district over it', '?area=474', 1],
    ['the province over it', '?area=46', 1],
    ['another ward', '?area=19960', 0],
    ['a unit that does not exist', '?area=99999', 0],
    ['the day', '?from=2021-03-05&to=2021-03-05', 1],
    ['the day before', '?to=2021-03-04', 0],
    ['the day after', '?from=2021-03-06', 0],
    ['the state', '?state=expected', 1],
    ['another state', '?state=met', 0],
    ['the hamlet', `?hamlet=${encodeURIComponent('Tổ 5')}`, 1],
    ['the hamlet as it is typed', '?hamlet=TO%20%205', 1],
    ['another hamlet', `?hamlet=${encodeURIComponent('Tổ 50')}`, 0],
    ['the hamlet of another ward', '?hamlet=To%205&area=19960', 0],
  ])('narrows the list down to %s', async (_name, query, count) => {
    const { backend, headers } = await setupWard()

    expect((await list(backend, headers, query)).arrivals).toHaveLength(count)
  })

  it('finds a hamlet all over the province', async () => {
    const { backend } = await setupWard()
    await arrive(backend, { destination: phuBai })
    const { headers } = await signInOfficer(backend, 'province', ['46'])

    expect((await list(backend, headers, '?hamlet=to%205')).arrivals).toHaveLength(2)
  })

  it.each<[OfficerRole, string | undefined]>([
    ['ward', undefined],
    ['province', undefined],
    ['checkpoint', 'forbidden'],
    ['clinic', 'forbidden'],
    ['health-station', 'forbidden'],
    ['administrator', 'forbidden'],
    ['inspector', 'forbidden'],
  ])('is for wards and the province, so answers the role %s: %s', async (role, code) => {
    const { backend, arrival } = await setupWard()
    const { headers } = await signInOfficer(backend, role, ['46'])

    const listed = await list(backend, headers)
    const recorded = await record(backend, headers, arrival.arrivalId, { event: 'met' })
    const exported = await send(
      backend,
      'GET',
      '/v1/arrivals/export?reason=nothing',
      undefined,
      headers,
    )

    expect([listed.json.code, recorded.json.code]).toEqual([code, code])
    expect(exported.json.code).toBe(code ?? 'input_invalid')
  })

  it.each([
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?cursor=edited',
    '?from=2021-02-30',
    '?state=gone',
  ])('84: refuses %s', async (query) => {
    const { backend, headers } = await setupWard()

    expect((await list(backend, headers, query)).json.code).toBe('input_invalid')
  })

  it("takes no colleague's cursor", async () => {
    const { backend, headers } = await setupWard()
    await arrive(backend)
    const other = await signInOfficer(backend, 'ward', ['19777'])
    const { json } = await list(backend, headers, '?limit=1')

    const next = await list(backend, other.headers, `?limit=1&cursor=${json.nextCursor}`)

    expect(next.json.code).toBe('input_invalid')
  })

  it('shows nothing when the log cannot be written', async () => {
    const { backend, headers } = await setupWard()
    backend.store.audit.append = () => Promise.reject(new Error('the disk is full'))

    const { status, json } = await list(backend, headers)

    expect([status, json.code]).toEqual([503, 'audit_unavailable'])
  })
})

describe('what is recorded', () => {
  it('keeps who did what and when, with the note', async () => {
    const { backend, headers, officer, arrival } = await setupWard()

    const { status, json } = await record(backend, headers, arrival.arrivalId, {
      event: 'not-found',
      note: 'Gọi không nghe máy',
    })
    backend.clock.at += 60_000
    await record(backend, headers, arrival.arrivalId, { event: 'met' })

    expect([status, json.state]).toEqual([201, 'not-found'])
    const { arrivals } = await list(backend, headers)
    expect(arrivals).toMatchObject([
      {
        state: 'met',
        events: [
          {
            event: 'not-found',
            note: 'Gọi không nghe máy',
            officerId: officer.officerId,
            officerName: 'A',
            at: '2021-03-03T01:00:00.000Z',
          },
          { event: 'met', at: '2021-03-03T01:01:00.000Z' },
        ],
      },
    ])
  })

  it('keeps somebody under an order who is met again, and sees who is gone', async () => {
    const { backend, headers, arrival } = await setupWard()
    const states = []
    for (const event of ['met', 'ordered', 'met', 'not-found']) {
      states.push((await record(backend, headers, arrival.arrivalId, { event })).json.state)
    }

    expect(states).toEqual(['met', 'ordered', 'ordered', 'not-found'])
  })

  it('records once whatever arrives twice', async () => {
    const { backend, headers, arrival } = await setupWard()
    const key = newKey()

    const first = await record(backend, headers, arrival.arrivalId, { event: 'met' }, key)
    const second = await record(backend, headers, arrival.arrivalId, { event: 'met' }, key)

    expect(second.json).toEqual(first.json)
    expect((await list(backend, headers)).arrivals[0]?.events).toHaveLength(1)
  })

  it('keeps both events of officers who record at the same moment', async () => {
    const { backend, headers, arrival } = await setupWard()

    const both = await Promise.all(
      ['met', 'ordered', 'not-found'].map((event) =>
        record(backend, headers, arrival.arrivalId, { event }),
      ),
    )

    expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await list(backend, headers)).arrivals[0]?.events).toHaveLength(3)
  })

  it('88: answers alike for an unknown arrival and for another area, and audits the difference', async () => {
    const { backend, arrival } = await setupWard()
    const { headers } = await signInOfficer(backend, 'ward', ['19960'])

    const hidden = await record(backend, headers, arrival.arrivalId, { event: 'met' })
    const absent = await record(backend, headers, unknownId, { event: 'met' })

    expect([hidden.status, hidden.json]).toEqual([absent.status, absent.json])
    expect(absent.json.code).toBe('not_found')
    expect((await audits(backend)).map(({ outcome }) => outcome).slice(-2)).toEqual([
      'out_of_area',
      'absent',
    ])
  })

  it('records nothing when the log cannot be written', async () => {
    const { backend, headers, arrival } = await setupWard()
    const { append } = backend.store.audit
    backend.store.audit.append = () => Promise.reject(new Error('the disk is full'))

    const { json } = await record(backend, headers, arrival.arrivalId, { event: 'met' })
    backend.store.audit.append = append

    expect(json.code).toBe('audit_unavailable')
    expect((await list(backend, headers)).arrivals).toMatchObject([
      { state: 'expected', events: [] },
    ])
  })
})

describe('newer and withdrawn declarations', () => {
  it('moves somebody to the ward they declare anew for', async () => {
    const { backend, headers, number } = await setupWard()
    backend.clock.at += 60_000
    await arrive(backend, { destination: phuBai }, number)
    const other = await signInOfficer(backend, 'ward', ['19960'])

    expect((await list(backend, headers)).arrivals).toEqual([])
    expect((await list(backend, other.headers)).arrivals).toHaveLength(1)
  })

  it('shows that somebody does not come after all', async () => {
    const { backend, headers, citizen, filed } = await setupWard()

    await withdraw(backend, citizen, filed.declarationId)

    expect((await list(backend, headers)).arrivals).toMatchObject([{ state: 'cancelled' }])
    expect((await list(backend, headers, '?state=expected')).arrivals).toEqual([])
  })

  it('knows nothing to record of an arrival that moved on', async () => {
    const { backend, headers, number, arrival } = await setupWard()
    backend.clock.at += 60_000
    await arrive(backend, { destination: phuBai }, number)

    const { json } = await record(backend, headers, arrival.arrivalId, { event: 'met' })

    expect(json.code).toBe('not_found')
  })
})
