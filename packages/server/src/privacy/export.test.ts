import { createAccount, verifyAccount } from '@kbyt/sdk/account'
import { exportPersonalData } from '@kbyt/sdk/privacy'
import type { PersonalData } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { makeDeclaration, makePerson, openCitizen, phone } from '../backend.setup.js'
import { record, setupDoor } from '../check-in/check-in.setup.js'
import { importSources, makeLine, sendImport, toBody } from '../imports/imports.setup.js'
import { sealedColumns } from '../store/sql/sealed-columns.js'
import { registerVenue } from '../venue/venue.setup.js'

/** Where the export shows what a table keeps of somebody. */
const shown: Readonly<Record<string, keyof PersonalData>> = {
  declarations: 'declarations',
  people: 'declarations',
  accounts: 'account',
  card_photos: 'cardPhotos',
  visits: 'visits',
  visit_lookup: 'visits',
  venues: 'venues',
  venue_staff: 'venues',
  imported_declarations: 'imports',
}

/** Why it shows nothing of the others. */
const left: Readonly<Record<string, string>> = {
  otp_challenges: 'the proven phone itself, for a day',
  sessions: 'the proven phone itself, for half an hour',
  sms_outbox: 'a code that was sent, until it arrived',
  idempotency: 'answers given before, for a day: what they say is shown from where it is kept',
  inspections: 'what an officer was shown, for a day',
  grants: 'what a device draws: the account’s name, signed',
  arrivals: 'a copy of the declaration for the ward',
  arrival_events: 'what officers noted at their work',
  screenings: 'a copy of the declaration for the health station',
  screening_events: 'what officers noted at their work',
  papers:
    'what officers noted of a form on paper; what was on it is a declaration once it is entered',
  audit: 'who looked somebody up: the authority’s own record',
  venue_devices: 'names of machines',
  declaration_points: 'names of places',
  feed_subscribers: 'addresses of systems',
  officers: 'officers, whose accounts the administrator answers for',
  key_check: 'nobody',
}

const card = { idNumber: '046190001234', fullName: 'Nguyễn Thị Phương Thảo', bornOn: '1990-05-20' }

/** Somebody of whom every table has something. */
async function setup() {
  const ekyc = {
    name: 'reader',
    read: async () => ({ document: card, face: 'not-checked' as const }),
  }
  const door = await setupDoor({ ekyc, importSources, cardPhotoDays: 30 })
  const { backend, machine, visitor, makeVisit, scan } = door
  const { client } = await openCitizen(backend, phone)
  const { consents } = makeDeclaration()
  await createAccount(client, { person: makePerson(), consents })
  await verifyAccount(client, { card: 'AAAA' })
  await record(backend, visitor, [makeVisit()])
  await record(backend, machine, [scan({ subject: { by: 'cccd', number: card.idNumber } })])
  await registerVenue(backend, visitor, { contact: { fullName: 'Lê Thị Chủ', phone } })
  await sendImport(backend, toBody(makeLine()))
  return client
}

it('P4: has a place for each table that keeps something of somebody, or a reason', () => {
  const decided = Object.keys({ ...shown, ...left })

  expect(decided.sort()).toEqual(Object.keys(sealedColumns).sort())
})

it('P4: shows all of it', async () => {
  const client = await setup()

  const data = await exportPersonalData(client)

  const empty = Object.values(shown).filter((place) => {
    const value = data[place]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
  expect(empty).toEqual([])
  expect(data.visits).toHaveLength(2)
  expect(data.venues).toMatchObject([
    { name: 'Chợ Đông Ba', role: 'owner', contact: { fullName: 'Lê Thị Chủ', phone } },
  ])
})
