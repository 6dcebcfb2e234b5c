import { expect, it } from 'vitest'
import { createWebVault } from '../memory.js'
import { defaultConfig } from '../portal/default-config.js'
import { registerVenue } from '../venue/venue.setup.js'
import { record, setupDoor } from './check-in.setup.js'
import { createFindVenueScans } from './find-venue-scans.js'

const day = 86_400_000

async function setupScans() {
  const door = await setupDoor()
  const { backend, machine, scan, filed } = door
  const { store, clock } = backend
  const vault = createWebVault(new Uint8Array(32).fill(7))
  const find = createFindVenueScans({
    store,
    clock,
    vault,
    config: defaultConfig,
    displayName: 'initials',
    node: 'main',
    randomBytes: (length) => new Uint8Array(length),
    log: () => {},
    meter: { count: () => {}, observe: () => {} },
    raiseAlarm: () => {},
  })
  const come = (changes: Parameters<typeof scan>[0] = {}) =>
    record(backend, machine, [scan(changes)])
  return { ...door, come, find, personId: filed.people[0]?.personId ?? '' }
}

it('finds the newest scan, whether it was here today, and on how many days there was one', async () => {
  const { backend, venue, come, find, personId } = await setupScans()
  await come()
  backend.clock.at += 2 * day
  await come()
  backend.clock.at += 1
  await come({ direction: 'out' })

  const { newest, isHereToday, days } = await find({ personIds: [personId] }, venue.venueCode)

  expect(newest).toEqual({
    venueCode: venue.venueCode,
    venueName: venue.name,
    direction: 'out',
    happenedAt: backend.clock.at,
  })
  expect([isHereToday, days]).toEqual([true, 2])
})

it('tells a scan elsewhere or on another day from one here today', async () => {
  const { backend, owner, venue, come, find, personId } = await setupScans()
  const other = await registerVenue(backend, owner)
  await come()

  const elsewhere = await find({ personIds: [personId] }, other.venueCode)
  const nobody = await find({ personIds: [personId] })
  backend.clock.at += day
  const yesterday = await find({ personIds: [personId] }, venue.venueCode)

  expect([elsewhere.isHereToday, nobody.isHereToday, yesterday.isHereToday]).toEqual([
    false,
    undefined,
    false,
  ])
  expect([elsewhere.days, yesterday.days]).toEqual([1, 1])
})

it('looks back as many days as the portal does, and knows a person under several ids', async () => {
  const { backend, come, find, personId } = await setupScans()
  await come()

  backend.clock.at += 13 * day
  const last = await find({ personIds: ['someone', personId] })
  backend.clock.at += day
  const over = await find({ personIds: [personId] })

  expect([last.days, last.newest !== undefined]).toEqual([1, true])
  expect(over).toEqual({ newest: undefined, isHereToday: undefined, days: 0 })
})
