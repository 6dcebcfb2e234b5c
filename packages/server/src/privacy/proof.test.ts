import { createClient } from '@kbyt/sdk'
import { createAccount, verifyAccount } from '@kbyt/sdk/account'
import { submitAssistedDeclaration } from '@kbyt/sdk/assistance'
import { inspect, openOfficerSession } from '@kbyt/sdk/inspection'
import { erasePerson, erasePersonalData, exportPersonalData } from '@kbyt/sdk/privacy'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { findOwnVenues, findStaff } from '@kbyt/sdk/venue'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  makePerson,
  newKey,
  openCitizen,
  ownOrigin,
  phone,
  send,
  setup as setupBackend,
  signInOfficer,
} from '../backend.setup.js'
import { record, sendVisits } from '../check-in/check-in.setup.js'
import { codeOf } from '../code-of.setup.js'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import { config, places } from '../entry.setup.js'
import { createUuid } from '../identifiers.js'
import { importSources, makeLine, sendImport, toBody } from '../imports/imports.setup.js'
import { toContactIndex } from '../imports/to-imported-subject.js'
import { createWebVault } from '../memory.js'
import { addDevice, setupVenue } from '../venue/venue.setup.js'

const idNumber = '046190001234'
const insuranceNumber = '4619012345'
const cccd = { type: 'cccd', number: idNumber } as const
const document = { idNumber, fullName: 'Nguyễn Thị Phương Thảo', bornOn: '1990-05-20' }
const { consents } = makeDeclaration()
const assisted = { channel: 'assisted', post: 'ga-hue', assistedBy: 'Lê Văn Hai' } as const
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function setup() {
  const ekyc = { name: 'reader', read: async () => ({ document, face: 'not-checked' as const }) }
  const vault = createWebVault(new Uint8Array(32).fill(7))
  const backend = await setupBackend({ config, places, ekyc, vault, importSources })
  const { owner, venue, path } = await setupVenue(backend)
  const { headers: machine } = await addDevice(backend, owner, path)
  const open = (holder = phone) => openCitizen(backend, holder)
  const openOfficer = async (role: OfficerRole) => {
    const username = `officer-${crypto.randomUUID()}`
    await backend.addOfficer(role, ['46'], username)
    const client = createClient({ baseUrl: ownOrigin, fetch: backend.app.request })
    await openOfficerSession(client, { username, password: 'mot-mat-khau-dai' })
    return client
  }
  const scanCard = (subject: { by: 'cccd' | 'bhyt'; number: string }) =>
    record(backend, machine, [
      {
        visitId: createUuid(backend.clock.at, randomBytes),
        venueCode: venue.venueCode,
        direction: 'in',
        scannedBy: 'staff',
        subject,
        at: new Date(backend.clock.at).toISOString(),
      },
    ])
  const countVisits = async () => {
    const span = { from: 0, before: backend.clock.at + 1 }
    return (await backend.store.visits.findVisitsBetween(venue.venueCode, span)).length
  }
  return {
    backend: { ...backend, vault },
    open,
    openOfficer,
    scanCard,
    countVisits,
    ...(await open()),
  }
}

describe('a number that was only typed', () => {
  it('takes nothing along that was recorded under it, and the answer says so either way', async () => {
    const { backend, client, headers, scanCard, countVisits, open } = await setup()
    await scanCard({ by: 'cccd', number: idNumber })
    await declare(backend, headers, makeDeclaration(makeDeclared(), child()))
    const other = await open('+84912345678')
    await declare(
      backend,
      other.headers,
      makeDeclaration(makeDeclared({ identityDocument: { type: 'cccd', number: '046190009999' } })),
    )

    const withVisit = await erasePersonalData(client)
    const without = await erasePersonalData(other.client)

    expect(await countVisits()).toBe(1)
    expect([withVisit.unprovenPeople, without.unprovenPeople]).toEqual([1, 1])
  })

  it('that a verified account proves takes its visits along, and nobody else’s', async () => {
    const { client, scanCard, countVisits } = await setup()
    await scanCard({ by: 'cccd', number: idNumber })
    await scanCard({ by: 'cccd', number: '046190009999' })
    await createAccount(client, { person: makePerson(), consents })
    await verifyAccount(client, { card: 'AAAA' })

    const { unprovenPeople } = await erasePersonalData(client)

    expect(unprovenPeople).toBe(0)
    expect(await countVisits()).toBe(1)
  })
})

describe('what another system sent', () => {
  const byPhone = { phone: '0905 123 456', fullName: 'Nguyễn Thị Phương Thảo', bornOn: '1990' }

  it('of the proven phone is shown, and forgotten, also where it named no document', async () => {
    const { backend, client, headers } = await setup()
    await declare(backend, headers)
    await sendImport(backend, toBody(makeLine({ identityDocument: undefined, ...byPhone })))
    const subject = await toContactIndex(backend.vault, { ...byPhone, phone })

    const { imports } = await exportPersonalData(client)
    await erasePersonalData(client)

    expect(imports).toMatchObject([
      { source: 'ncovi', declaration: { phone, fullName: byPhone.fullName, hasSymptom: false } },
    ])
    expect(await backend.store.imports.findImported([subject], 10)).toEqual([])
  })

  it('or a venue recorded under a number is shown where an account proves it, else not', async () => {
    const { backend, client, headers, scanCard } = await setup()
    await declare(backend, headers)
    await createAccount(client, { person: makePerson(), consents })
    await scanCard({ by: 'cccd', number: idNumber })
    await sendImport(backend, toBody(makeLine()))

    const typed = await exportPersonalData(client)
    await verifyAccount(client, { card: 'AAAA' })
    const proven = await exportPersonalData(client)

    expect([typed.imports.length, typed.visits.length]).toEqual([0, 0])
    expect([proven.imports.length, proven.visits.length]).toEqual([1, 1])
  })
})

describe('what an officer wrote down', () => {
  it('is forgotten with the phone that was written down, and ends the pass', async () => {
    const { client, openOfficer } = await setup()
    const officer = await openOfficer('checkpoint')
    const declaration = makeDeclaration()
    await submitAssistedDeclaration(officer, { ...assisted, declaration, phone: '0905 123 456' })

    const { erasedDeclarations } = await erasePersonalData(client)
    const { people } = await inspect(officer, {
      kind: 'domestic',
      reason: 'checkpoint',
      post: 'ga-hue',
      query: { by: 'id-number', idNumber },
    })

    expect(erasedDeclarations).toBe(1)
    expect(people).toEqual([])
  })

  it('is forgotten by an officer of the province who sees the documents, on record', async () => {
    const { backend, openOfficer, scanCard, countVisits } = await setup()
    const officer = await openOfficer('province')
    await submitAssistedDeclaration(officer, { ...assisted, declaration: makeDeclaration() })
    await scanCard({ by: 'cccd', number: idNumber })
    await scanCard({ by: 'bhyt', number: insuranceNumber })
    const documents = [cccd, { type: 'bhxh', number: insuranceNumber } as const]

    const erasure = await erasePerson(officer, { documents, grounds: 'Đơn số 12' })
    const again = await erasePerson(officer, { documents, grounds: 'Đơn số 12' })
    const log = await backend.store.audit.findRows('main', 1, 20)

    expect(erasure).toMatchObject({ erasedDeclarations: 1, kept: [], left: [] })
    expect(again.erasedDeclarations).toBe(0)
    expect(await countVisits()).toBe(0)
    expect(log.filter(({ action }) => action === 'erase person')).toMatchObject([
      { outcome: 'erased 1' },
      { outcome: 'erased 0' },
    ])
  })

  it('is forgotten too where another system sent it, also of somebody nobody declared here', async () => {
    const { backend, openOfficer } = await setup()
    await sendImport(backend, toBody(makeLine()))
    const subject = await toDocumentIndex(backend.vault, cccd.type, cccd.number)
    const officer = await openOfficer('province')

    const before = await backend.store.imports.findImported([subject], 1)
    await erasePerson(officer, { documents: [cccd], grounds: 'Đơn số 12' })

    expect(before).toHaveLength(1)
    expect(await backend.store.imports.findImported([subject], 1)).toEqual([])
  })

  it('is left where a phone declared it, or where it names others unless that is wanted', async () => {
    const { backend, headers, openOfficer } = await setup()
    const officer = await openOfficer('province')
    const family = makeDeclaration(makeDeclared(), child())
    const { json } = await declare(backend, headers)
    const filed = await submitAssistedDeclaration(officer, { ...assisted, declaration: family })
    const request = { documents: [cccd], grounds: 'Đơn số 12' }

    const alone = await erasePerson(officer, request)
    const withOthers = await erasePerson(officer, { ...request, withOthers: true })

    const byPhone = { declarationId: json.declarationId, because: 'phone' }
    expect(alone.erasedDeclarations).toBe(0)
    expect(alone.left).toHaveLength(2)
    expect(alone.left).toContainEqual({ declarationId: filed.declarationId, because: 'others' })
    expect(withOthers).toMatchObject({ erasedDeclarations: 1, left: [byPhone] })
  })

  it('is nobody else’s to erase, and without a record nothing is', async () => {
    const { backend, openOfficer } = await setup()
    const assistant = await openOfficer('checkpoint')
    await submitAssistedDeclaration(assistant, { ...assisted, declaration: makeDeclaration() })
    const { headers } = await signInOfficer(backend, 'province')
    const request = { documents: [cccd], grounds: 'Đơn số 12' }
    const erase = () =>
      send(backend, 'POST', '/v1/erasures', request, { ...headers, 'idempotency-key': newKey() })
    const { audit } = backend.store
    const { append } = audit

    const byAssistant = await codeOf(erasePerson(assistant, request))
    Object.assign(audit, { append: () => Promise.reject(new Error('full')) })
    const unrecorded = await erase()
    Object.assign(audit, { append })
    const recorded = await erase()

    expect(byAssistant).toBe('forbidden')
    expect(unrecorded.json.code).toBe('audit_unavailable')
    expect(recorded.json.erasedDeclarations).toBe(1)
  })
})

describe('a venue whose owner is forgotten', () => {
  it('takes no visits any more, nor answers to its machines and staff, and keeps no contact', async () => {
    const { backend, open } = await setup()
    const ownerPhone = '+84905000001'
    const { client, headers } = await open(ownerPhone)
    const { venue, path } = await setupVenue(backend)
    const machine = await addDevice(backend, headers, path)
    const clerk = await open('+84905000002')
    await send(backend, 'POST', `${path}/staff`, { phone: '0905000002', role: 'staff' }, headers)
    const visit = {
      visitId: createUuid(backend.clock.at, randomBytes),
      venueCode: venue.venueCode,
      direction: 'in',
      scannedBy: 'staff',
      subject: { by: 'cccd', number: idNumber },
      at: new Date(backend.clock.at).toISOString(),
    } as const

    await erasePersonalData(client)
    const byMachine = await sendVisits(backend, machine.headers, [visit])
    const byClerk = await record(backend, clerk.headers, [visit])
    const shown = await send(backend, 'GET', path)
    const [row] = await backend.store.venues.findVenues([venue.venueCode])

    expect([byMachine.status, byMachine.json.code]).toEqual([401, 'key_unknown'])
    expect(byClerk).toEqual(['not_found'])
    expect(shown.status).toBe(404)
    expect(row?.closedAt).toBe(backend.clock.at)
  })

  it('goes to whoever managed it longest, without the contact', async () => {
    const { backend, open } = await setup()
    const { client, headers } = await open('+84905000001')
    const { venue, path } = await setupVenue(backend)
    for (const [digit, role] of [
      [2, 'staff'],
      [3, 'manager'],
      [4, 'manager'],
    ] as const) {
      backend.clock.at += 1
      const staff = { phone: `090500000${digit}`, role }
      await send(backend, 'POST', `${path}/staff`, staff, headers)
    }
    const { headers: machine } = await addDevice(backend, headers, path)
    const manager = await open('+84905000003')

    await erasePersonalData(client)
    const { venues } = await findOwnVenues(manager.client)
    const { staff } = await findStaff(manager.client, { venueCode: venue.venueCode })
    const stays = await sendVisits(backend, machine, [])

    expect(venues).toMatchObject([{ role: 'owner' }])
    expect(venues[0]).not.toHaveProperty('contact')
    expect(staff.map(({ role }) => role)).toEqual(['staff', 'owner', 'manager'])
    expect(stays.json.code).not.toBe('key_unknown')
  })
})
