import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, withdrawDeclaration } from '@kbyt/sdk'
import { createAccount, getAccount } from '@kbyt/sdk/account'
import { findArrivals, recordArrivalEvent } from '@kbyt/sdk/arrivals'
import { inspect, openOfficerSession, recordPassage } from '@kbyt/sdk/inspection'
import { erasePersonalData, exportPersonalData } from '@kbyt/sdk/privacy'
import { filedDeclarationSchema } from '@kbyt/sdk/schema'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CreateAppOptions } from '../app-options.js'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  makePerson,
  openCitizen,
  ownOrigin,
  phone,
  send,
  setup as setupBackend,
} from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { config, hanoian, makeEntry, places } from '../entry.setup.js'
import { createUuid } from '../identifiers.js'
import { createWebVault } from '../memory.js'
import { createSqlStore } from '../sql.js'
import { setupVenue } from '../venue/venue.setup.js'

const day = 86_400_000
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function setup(overrides: Partial<CreateAppOptions> = {}) {
  const backend = await setupBackend({ config, places, ...overrides })
  const open = (holder = phone) => openCitizen(backend, holder)
  const officer = createClient({ baseUrl: ownOrigin, fetch: backend.app.request })
  await backend.addOfficer('checkpoint', ['46'], 'chot-1')
  await openOfficerSession(officer, { username: 'chot-1', password: 'mot-mat-khau-dai' })
  const lookUp = (idNumber: string, kind: 'entry' | 'domestic' = 'domestic') => {
    const query = { by: 'id-number', idNumber } as const
    return inspect(officer, { kind, reason: 'checkpoint', post: 'ga-hue', query })
  }
  return { backend, open, officer, lookUp, ...(await open()) }
}

const { consents } = makeDeclaration()
const idNumber = '046190001234'
const vault = createWebVault(new Uint8Array(32).fill(7))

describe('what is kept of somebody', () => {
  it('P4: is all handed out: declarations, account, consents', async () => {
    const { backend, client, headers } = await setup()
    const account = await createAccount(client, { person: makePerson(), consents })
    await declare(backend, headers, makeDeclaration(makeDeclared(), child()))
    backend.clock.at += 1
    await declare(backend, headers, makeEntry())

    const data = await exportPersonalData(client)

    expect(data).toMatchObject({ phone, account })
    expect(data.declarations.map(({ kind }) => kind)).toEqual(['entry', 'domestic'])
    expect(JSON.stringify(data)).toContain(idNumber)
  })

  it('P1: proves each consent: text, version, language, when, how, for how many', async () => {
    const { backend, client, headers } = await setup()
    const { json } = await declare(backend, headers, makeDeclaration(makeDeclared(), child()))

    const data = await exportPersonalData(client)

    expect(data.consents).toEqual([
      {
        ...consents[0],
        at: json.declaredAt,
        channel: 'self',
        declarationId: json.declarationId,
        people: 2,
        textHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
  })

  it('is nobody else’s', async () => {
    const { backend, headers, open } = await setup()
    await declare(backend, headers)

    const data = await exportPersonalData((await open('+84912345678')).client)

    expect(data.declarations).toEqual([])
    expect(JSON.stringify(data)).not.toContain(idNumber)
  })
})

describe('exporting', () => {
  it('is answered 20 times an hour: each opens all there is', async () => {
    const { client } = await setup()
    for (let count = 0; count < 20; count += 1) await exportPersonalData(client)

    expect(await codeOf(exportPersonalData(client))).toBe('rate_limited')
  })

  it('asks for each venue once, however often somebody was there', async () => {
    const { backend, client, headers } = await setup()
    const { venue } = await setupVenue(backend)
    const { json } = await declare(backend, headers)
    const { passId } = filedDeclarationSchema.parse(json).people[0]!.pass
    const at = new Date(backend.clock.at).toISOString()
    const visits = ['in', 'out'].map((direction) => ({
      visitId: createUuid(backend.clock.at, randomBytes),
      venueCode: venue.venueCode,
      direction,
      scannedBy: 'visitor',
      subject: { by: 'pass', passId },
      at,
    }))
    await send(backend, 'POST', '/v1/visits', { sentAt: at, visits }, headers)
    const findVenues = vi.spyOn(backend.store.venues, 'findVenues')

    const data = await exportPersonalData(client)

    expect(data.visits).toHaveLength(2)
    expect(findVenues.mock.lastCall).toEqual([[venue.venueCode]])
  })
})

describe('being forgotten', () => {
  it('P3: ends look-ups, passes, account and session; the log of look-ups stays', async () => {
    const { backend, client, headers, lookUp, open } = await setup()
    await createAccount(client, { person: makePerson(), consents })
    const { json } = await declare(backend, headers)
    const before = await lookUp(idNumber)

    const erasure = await erasePersonalData(client)
    const after = await lookUp(idNumber)
    const again = await open()
    const lists = await backend.store.trust.findStatusLists(backend.clock.at)
    const log = await backend.store.audit.findRows('main', 1, 10)

    expect(before.people).toMatchObject([{ declarationId: json.declarationId }])
    expect(erasure).toMatchObject({ erasedDeclarations: 1, kept: [] })
    expect(after.people).toEqual([])
    expect(await codeOf(exportPersonalData(client))).toBe('session_expired')
    expect((await exportPersonalData(again.client)).declarations).toEqual([])
    expect(await codeOf(getAccount(again.client))).toBe('account_not_found')
    expect(lists.flatMap(({ entries }) => entries)).toHaveLength(1)
    expect(log.map(({ action }) => action)).toContain('inspect domestic id-number')
  })

  it('leaves what somebody else declared of the same person', async () => {
    const { backend, client, headers, lookUp, open } = await setup()
    await declare(backend, headers)
    const other = await open('+84912345678')
    backend.clock.at += 1
    const { json } = await declare(backend, other.headers)

    await erasePersonalData(client)

    expect((await lookUp(idNumber)).people).toMatchObject([{ declarationId: json.declarationId }])
  })

  it('leaves no number of an account whose holder never declared', async () => {
    const { backend, client } = await setup()
    await createAccount(client, { person: makePerson(), consents })
    const index = await vault.index('document', `cccd ${idNumber}`)
    const before = await backend.store.declarations.findPerson(index)

    await erasePersonalData(client)

    expect(before).toBeDefined()
    expect(await backend.store.declarations.findPerson(index)).toBeUndefined()
  })

  it('keeps a journey while a measure may hold, and says until when', async () => {
    const { backend, client, headers, officer, lookUp, open } = await setup()
    await declare(backend, headers, makeEntry({}, [hanoian]))
    const domestic = await declare(backend, headers)
    const { inspectionId, people } = await lookUp(idNumber, 'entry')
    await recordPassage(officer, { inspectionId, personId: people[0]!.personId })

    const { kept, erasedDeclarations } = await erasePersonalData(client)
    const data = await exportPersonalData((await open()).client)

    expect(kept).toEqual([
      { declarationId: people[0]!.declarationId, until: '2021-04-02T04:30:00.000Z' },
    ])
    expect(erasedDeclarations).toBe(1)
    expect(data.declarations.map(({ declarationId }) => declarationId)).not.toContain(
      domestic.json.declarationId,
    )
    expect((await lookUp(idNumber, 'entry')).people).toHaveLength(1)
  })

  it.each(['withdrawing it', 'declaring anew'])('ends no order by %s', async (evasion) => {
    const { backend, client, headers } = await setup()
    const { json } = await declare(backend, headers, makeEntry({}, [hanoian]))
    const filed = filedDeclarationSchema.parse(json)
    const ward = createClient({ baseUrl: ownOrigin, fetch: backend.app.request })
    await backend.addOfficer('province', ['46'], 'tinh-1')
    await openOfficerSession(ward, { username: 'tinh-1', password: 'mot-mat-khau-dai' })
    const [arrival] = (await findArrivals(ward)).arrivals
    const arrivalId = arrival?.arrivalId ?? ''
    await recordArrivalEvent(ward, { arrivalId, event: 'ordered' })
    backend.clock.at += 1
    if (evasion === 'declaring anew') await declare(backend, headers, makeEntry({}, [hanoian]))
    else await withdrawDeclaration(client, filed)

    const { kept } = await erasePersonalData(client)

    expect(kept.map(({ declarationId }) => declarationId)).toEqual([filed.declarationId])
    const states = (await findArrivals(ward)).arrivals.map(({ state }) => state)
    expect(states).toContain('ordered')
  })

  it('is told to readers of the feed, by the ids alone', async () => {
    const { backend, client, headers } = await setup()
    const { json } = await declare(backend, headers)
    const { feed } = backend.store
    await feed.numberEvents(10)

    await erasePersonalData(client)
    await feed.numberEvents(10)
    const events = await feed.findEvents(0, 10)

    expect(events).toMatchObject([
      { type: 'declaration-erased', declarationId: json.declarationId, phoneIndex: 'erased' },
    ])
  })

  it('P6: comes by itself four weeks after the pass has ended', async () => {
    const { backend, headers } = await setup()
    const { json } = await declare(backend, headers)
    const { store, clock } = backend
    const [person] = filedDeclarationSchema.parse(json).people
    const find = () => store.declarations.findByPass(person?.pass.passId ?? '')

    await store.purge(clock.at + (7 + 28) * day - 1_000)
    const before = await find()
    await store.purge(clock.at + (7 + 28) * day)

    expect(before).toBeDefined()
    expect(await find()).toBeUndefined()
  })

  it('P5, 118: leaves no trace of a name in a database on disk, nor of its indexes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kbyt-erase-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const store = await createSqlStore({ sqlite: join(folder, 'kbyt.sqlite') })
    const { backend, client, headers } = await setup({ store })
    await createAccount(client, { person: makePerson(), consents })
    await declare(backend, headers, makeDeclaration(makeDeclared(), child()))

    await erasePersonalData(client)
    // counters of limits outlive an erasure by a day: else it would reset them
    await store.purge(backend.clock.at + day)
    await store.close()
    const bytes = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
    )

    const indexes = [
      await vault.index('phone', phone),
      await vault.index('document', `cccd ${idNumber}`),
    ]
    const traces = [...indexes, idNumber, '905123456', 'Phương']
    expect(traces.filter((text) => bytes.some((file) => file.includes(text)))).toEqual([])
  })
})
