import { createClient } from '@kbyt/sdk'
import {
  type AssistedDeclaration,
  findPapers,
  type PaperDeclaration,
  receivePaper,
  setPaperAside,
  submitAssistedDeclaration,
  submitPaperDeclaration,
} from '@kbyt/sdk/assistance'
import { inspect, openOfficerSession } from '@kbyt/sdk/inspection'
import { verifyQr } from '@kbyt/sdk/qr'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { listActions } from '../audit/list-actions.setup.js'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  ownOrigin,
  phone,
  send,
  setup as setupBackend,
  signIn,
} from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { config, makeEntry, places } from '../entry.setup.js'

const assisted: AssistedDeclaration = {
  channel: 'assisted',
  post: 'ga-hue',
  assistedBy: 'Lê  Văn Hai',
  declaration: makeDeclaration(),
}
const paper: PaperDeclaration = {
  channel: 'paper',
  reason: 'Mất điện tại chốt',
  writtenAt: '2021-03-02T20:15:00+07:00',
  checkedBy: 'Trần Thị Ba',
  enteredBy: 'Lê Văn Hai',
  declaration: makeDeclaration(),
}
const idNumber = '046190001234'

async function setup() {
  const backend = await setupBackend({ config, places })
  const open = async (role: OfficerRole = 'checkpoint', areas = ['46']) => {
    const username = `officer-${crypto.randomUUID()}`
    await backend.addOfficer(role, areas, username)
    const client = createClient({ baseUrl: ownOrigin, fetch: backend.app.request })
    await openOfficerSession(client, { username, password: 'mot-mat-khau-dai' })
    return client
  }
  const client = await open()
  const lookUp = async (by: { idNumber: string } | { phone: string }) =>
    inspect(client, {
      kind: 'domestic',
      reason: 'checkpoint',
      post: 'ga-hue',
      query: 'phone' in by ? { by: 'phone', ...by } : { by: 'id-number', ...by },
    })
  return { ...backend, open, client, lookUp }
}

describe('an assisted declaration', () => {
  it('needs no phone and no code, and ends in a pass that says it is printed', async () => {
    const { client, app, clock, lookUp } = await setup()

    const filed = await submitAssistedDeclaration(client, assisted)
    const { keys } = await (await app.request(`${ownOrigin}/.well-known/jwks.json`)).json()
    const trust = { issuer: config.issuer, keys }
    const pass = await verifyQr(filed.people[0]!.pass.text, { trust, now: clock.at })
    const { people } = await lookUp({ idNumber })

    expect(filed).toMatchObject({
      channel: 'assisted',
      handling: { post: 'ga-hue', assistedBy: 'Lê Văn Hai' },
    })
    expect(pass.isPrinted).toBe(true)
    expect(people).toMatchObject([{ channel: 'assisted', handling: filed.handling }])
    expect(people[0]).not.toHaveProperty('declarerPhone')
  })

  it('shows an officer the phone that was written down, and opens nothing to who has it', async () => {
    const { client, lookUp, ...backend } = await setup()
    await submitAssistedDeclaration(client, { ...assisted, phone: '0905 123 456' })

    const { people } = await lookUp({ idNumber })
    const { candidates } = await lookUp({ phone })
    const own = await send(
      backend,
      'GET',
      '/v1/declarations',
      undefined,
      await signIn({ ...backend }),
    )

    expect(people).toMatchObject([{ declarerPhone: phone }])
    expect(candidates).toEqual([])
    expect(own.json.declarations).toEqual([])
  })

  it('takes the place of what the person declared before', async () => {
    const { client, lookUp, clock, ...backend } = await setup()
    await declare({ ...backend, clock }, await signIn({ ...backend, clock }))
    clock.at += 60_000

    const filed = await submitAssistedDeclaration(client, assisted)

    expect((await lookUp({ idNumber })).people[0]).toMatchObject({
      declarationId: filed.declarationId,
    })
  })

  it('keeps children of two declarations without a phone apart', async () => {
    const { client } = await setup()
    const family = { ...assisted, declaration: makeDeclaration(makeDeclared(), child()) }

    const first = await submitAssistedDeclaration(client, family)
    const second = await submitAssistedDeclaration(client, family)

    expect(first.people[0]!.personId).toBe(second.people[0]!.personId)
    expect(first.people[1]!.personId).not.toBe(second.people[1]!.personId)
  })

  it('says where something is wrong', async () => {
    const { client } = await setup()
    const sent = { ...assisted, post: 'ga-da-nang', declaration: makeDeclaration(child()) }
    const unknown = makeDeclaration(
      makeDeclared({ address: { placesVersion: '2021-03', provinceCode: '99' } }),
    )

    await expect(submitAssistedDeclaration(client, sent)).rejects.toMatchObject({
      issues: expect.arrayContaining([{ path: 'post', code: 'post_unknown' }]),
    })
    await expect(
      submitAssistedDeclaration(client, { ...assisted, declaration: unknown }),
    ).rejects.toMatchObject({
      issues: [{ path: 'declaration.people.0.person.address.provinceCode', code: 'place_unknown' }],
    })
  })

  it('is on record before it is kept, by who sent it', async () => {
    const { client, store } = await setup()
    await submitAssistedDeclaration(client, assisted)

    const rows = await listActions({ store })

    expect(rows).toMatchObject([
      {
        action: 'declare assisted',
        post: 'ga-hue',
        outcome: 'filed',
        officerId: expect.any(String),
      },
    ])
  })

  it.each(['administrator', 'inspector'] as const)('is not %s work', async (role) => {
    const { open } = await setup()
    const client = await open(role)

    expect(await codeOf(submitAssistedDeclaration(client, assisted))).toBe('forbidden')
    expect(await codeOf(submitPaperDeclaration(client, paper))).toBe('forbidden')
    expect(await codeOf(findPapers(client, {}))).toBe('forbidden')
  })

  it('may be an entry declaration, and brings about an arrival', async () => {
    const { client, store } = await setup()

    const { people } = await submitAssistedDeclaration(client, {
      ...assisted,
      declaration: makeEntry(),
    })
    const arrival = await store.arrivals.findArrivalOfPerson(people[0]!.personId)

    expect(arrival?.row.state).toBe('expected')
  })
})

describe("a declaration on a post's own computer", () => {
  it('says which post, and its pass that it is printed', async () => {
    const { lookUp, client: _, ...backend } = await setup()
    const citizen = await signIn(backend)

    const { json } = await declare(backend, citizen, { ...makeDeclaration(), post: 'ga-hue' })
    const { people } = await lookUp({ idNumber })

    expect(json).toMatchObject({ channel: 'post', handling: { post: 'ga-hue' } })
    expect(people).toMatchObject([{ channel: 'post', handling: { post: 'ga-hue' } }])
  })

  it('names a post there is', async () => {
    const { client: _, ...backend } = await setup()

    const { json } = await declare(backend, await signIn(backend), {
      ...makeDeclaration(),
      post: 'ga-da-nang',
    })

    expect(json).toMatchObject({
      code: 'input_invalid',
      issues: [{ path: 'post', code: 'post_unknown' }],
    })
  })
})

describe('a declaration on paper', () => {
  it('is of the moment on the paper, and its record says who did what', async () => {
    const { client, lookUp, clock } = await setup()

    const filed = await submitPaperDeclaration(client, paper)
    const { people } = await lookUp({ idNumber })

    expect(filed).toMatchObject({ channel: 'paper', declaredAt: '2021-03-02T13:15:00.000Z' })
    expect(people[0]?.handling).toEqual({
      reason: paper.reason,
      writtenAt: '2021-03-02T13:15:00.000Z',
      checkedBy: paper.checkedBy,
      enteredBy: paper.enteredBy,
      enteredAt: new Date(clock.at).toISOString(),
    })
  })

  it('does not take the place of a newer one that was entered before it', async () => {
    const { client, lookUp, ...backend } = await setup()
    const { json } = await declare(backend, await signIn(backend))

    await submitPaperDeclaration(client, paper)

    expect((await lookUp({ idNumber })).people[0]?.declarationId).toBe(json.declarationId)
  })
})

describe('the papers that wait', () => {
  const received = { kind: 'domestic' as const, post: 'ga-hue', note: 'Số 12, bà Thảo' }

  it('are listed until they are entered, each once', async () => {
    const { client } = await setup()
    const { paperId } = await receivePaper(client, received)
    const waiting = await findPapers(client, {})

    const { declarationId } = await submitPaperDeclaration(client, { ...paper, paperId })
    const again = await codeOf(submitPaperDeclaration(client, { ...paper, paperId }))

    expect(waiting.papers).toMatchObject([{ paperId, ...received, state: 'waiting' }])
    expect(again).toBe('paper_closed')
    expect((await findPapers(client, {})).papers).toEqual([])
    expect((await findPapers(client, { state: 'entered' })).papers).toMatchObject([
      { paperId, declarationId },
    ])
  })

  it('are set aside with a reason, once', async () => {
    const { client } = await setup()
    const { paperId } = await receivePaper(client, received)

    const closed = await setPaperAside(client, { paperId, reason: 'Nộp trùng' })
    const again = await codeOf(setPaperAside(client, { paperId, reason: 'Nộp trùng' }))

    expect(closed).toMatchObject({ state: 'set-aside', note: received.note })
    expect(again).toBe('paper_closed')
  })

  it('are one pile for the posts, and their own for an officer of a ward', async () => {
    const { client, open } = await setup()
    const ward = await open('ward', ['19777'])
    const { paperId } = await receivePaper(client, received)
    const { post: _, ...without } = received
    const own = await receivePaper(ward, without)

    const seen = await findPapers(ward, {})
    const other = await codeOf(setPaperAside(ward, { paperId, reason: 'x' }))
    const entered = await codeOf(submitPaperDeclaration(ward, { ...paper, paperId }))
    const pile = await findPapers(await open('clinic'), {})

    expect(seen.papers.map((each) => each.paperId)).toEqual([own.paperId])
    expect([other, entered]).toEqual(['not_found', 'not_found'])
    expect(pile.papers).toHaveLength(2)
  })

  it('come page by page', async () => {
    const { client, clock } = await setup()
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) {
      ids.push((await receivePaper(client, received)).paperId)
      clock.at += 1
    }

    const first = await findPapers(client, { limit: 2 })
    const second = await findPapers(client, { limit: 2, cursor: first.nextCursor })

    expect([...first.papers, ...second.papers].map(({ paperId }) => paperId)).toEqual(ids)
    expect(second.nextCursor).toBeUndefined()
  })
})
