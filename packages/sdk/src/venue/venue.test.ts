import { expect, it } from 'vitest'
import { createOutbox, findOwnVisits, flushOutbox, recordVisit } from '../check-in/index.js'
import { setupMock } from '../client/mock.setup.js'
import { createClient } from '../index.js'
import type { NewVenue } from '../schema/venue.js'
import {
  addDevice,
  addStaff,
  changeVenue,
  findDevices,
  findOwnVenues,
  findStaff,
  findVenueVisits,
  getVenue,
  makePoster,
  registerVenue,
  removeStaff,
  revokeDevice,
} from './index.js'

const market: NewVenue = {
  name: 'Chợ Đông Ba',
  kind: 'market',
  address: {
    placesVersion: '2021-03',
    provinceCode: '46',
    districtCode: '474',
    wardCode: '19756',
  },
  direction: 'both',
  contact: { fullName: 'Trần Thị Chủ', phone: '0234 382 2222' },
}

async function setup() {
  const { mock, client, signIn } = setupMock()
  await signIn()
  const venue = await registerVenue(client, market)
  return { mock, client, venue, venueCode: venue.venueCode }
}

it('registers a venue once, whatever happens to the reply', async () => {
  const { mock, client, signIn } = setupMock()
  await signIn()
  mock.faults.failNext('registerVenue', 1, 'lost-reply')

  const venue = await registerVenue(client, market)

  expect(await findOwnVenues(client)).toEqual({ venues: [venue] })
})

it('changes a venue and its posters, and tells anybody how a poster stands', async () => {
  const { client, venueCode } = await setup()

  const changed = await changeVenue(client, { venueCode, name: 'Chợ An Cựu' })
  const renewed = await makePoster(client, { venueCode, revokesOlder: true })
  const found = await getVenue(client, { venueCode, revision: 1 })

  expect([changed.poster.revision, renewed.poster.revision]).toEqual([2, 3])
  expect(found).toMatchObject({ name: 'Chợ An Cựu', revision: 3, posterState: 'revoked' })
})

it('keeps the list of those who work there', async () => {
  const { client, venueCode } = await setup()

  const { staffId } = await addStaff(client, { venueCode, phone: '0905 999 888', role: 'staff' })
  const added = await findStaff(client, { venueCode })
  await removeStaff(client, { venueCode, staffId })
  const removed = await findStaff(client, { venueCode })

  expect(added.staff.map(({ role }) => role).sort()).toEqual(['owner', 'staff'])
  expect(removed.staff.map(({ role }) => role)).toEqual(['owner'])
})

it('lets a machine record visits by its key until it is revoked', async () => {
  const { mock, client, venueCode } = await setup()
  const { people } = await mock.seed([{ fullName: 'Trần Văn An' }])
  const { key, deviceId } = await addDevice(client, { venueCode, name: 'Cổng 1' })
  const machine = createClient({
    baseUrl: client.baseUrl,
    deviceKey: key,
    fetch: mock.app.request,
  })
  const outbox = createOutbox({ client: machine, clock: () => mock.clock.now() })
  const subject = { by: 'pass', passId: people[0]!.pass.passId } as const
  const scan = () =>
    recordVisit(outbox, { venueCode, direction: 'in', scannedBy: 'staff', subject })

  await scan()
  const kept = await flushOutbox(outbox)
  await revokeDevice(client, { venueCode, deviceId })
  await scan()
  const refused = await flushOutbox(outbox)

  const { visits } = await findVenueVisits(client, { venueCode, limit: 10 })
  expect(kept).toMatchObject({ sent: 1, waiting: 0 })
  expect([refused.waiting, refused.failure?.code]).toEqual([1, 'key_unknown'])
  expect(visits).toMatchObject([{ displayName: 'T.V. An', direction: 'in' }])
  expect(await findDevices(client, { venueCode })).toEqual({ devices: [] })
})

it('shows visitors where they were', async () => {
  const { mock, client, venue, venueCode } = await setup()
  const { people } = await mock.seed([{ fullName: 'Trần Văn An' }], { phone: '0905 123 456' })
  const outbox = createOutbox({ client, clock: () => mock.clock.now() })
  const subject = { by: 'pass', passId: people[0]!.pass.passId } as const

  await recordVisit(outbox, { venueCode, direction: 'in', scannedBy: 'visitor', subject })
  await flushOutbox(outbox)

  const { presences } = await findOwnVisits(client, {})
  expect(presences).toMatchObject([{ venueName: venue.name, displayName: 'T.V. An' }])
})
