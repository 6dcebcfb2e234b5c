import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { claimAnswer, hour, start, unique } from './rows.setup.js'
import { makeDevice, makeStaff, makeVenue } from './venue-rows.setup.js'

export function describeVenues(open: () => Store): void {
  async function register(changes: Parameters<typeof makeVenue>[0] = {}) {
    const store = open()
    const venue = makeVenue(changes)
    const owner = makeStaff({ venueCode: venue.venueCode, role: 'owner' })
    const isSaved = await store.venues.saveVenue(venue, owner, await claimAnswer(store))
    return { store, venues: store.venues, venue, owner, isSaved, venueCode: venue.venueCode }
  }

  describe('venues', () => {
    it('are saved with their owner and answer together', async () => {
      const { venues, venue, owner, isSaved } = await register({ checkOutAfterMs: 4 * hour })

      expect(isSaved).toBe(true)
      expect(await venues.findVenues([venue.venueCode, unique('venue')])).toEqual([venue])
      expect(await venues.findMembership(venue.venueCode, owner.phoneIndex)).toEqual(owner)
      expect(await venues.findVenues([])).toEqual([])
    })

    it('have one code each, and a taken one leaves the key unanswered', async () => {
      const { store, venues, venue, venueCode } = await register()
      const answer = await claimAnswer(store)
      const other = makeStaff({ venueCode, role: 'owner' })

      const isSaved = await venues.saveVenue(makeVenue({ venueCode, revision: 9 }), other, answer)

      const claim = await store.idempotency.claim(answer, 'body', start, start + 1, start + 1)
      expect([isSaved, claim.state]).toEqual([false, 'running'])
      expect(await venues.findVenues([venueCode])).toEqual([venue])
      expect(await venues.findMemberships(other.phoneIndex)).toEqual([])
    })

    it('are not saved under a key that nobody claimed', async () => {
      const { venues } = open()
      const venue = makeVenue()
      const answer = { principal: unique('principal'), key: 'none', status: 201, sealed: 'k1.YQ' }

      const save = venues.saveVenue(venue, makeStaff({ venueCode: venue.venueCode }), answer)

      await expect(save).rejects.toMatchObject({ name: 'LostClaim' })
      expect(await venues.findVenues([venue.venueCode])).toEqual([])
    })

    it('change by one of those who read the same version', async () => {
      const { venues, venue } = await register()
      const changes = [2, 3, 4].map((revision) => ({ ...venue, revision, version: 2 }))

      const changed = await Promise.all(changes.map((each) => venues.changeVenue(each)))

      const found = await venues.findVenues([venue.venueCode])
      expect(changed.filter(Boolean)).toHaveLength(1)
      expect(found).toEqual([changes[changed.indexOf(true)]])
    })

    it('change together with the answer of the key', async () => {
      const { store, venues, venue } = await register()
      const answer = await claimAnswer(store)

      await venues.changeVenue({ ...venue, revision: 2, version: 2 }, answer)

      const claim = await store.idempotency.claim(answer, 'body', start, start, start)
      expect(claim).toEqual({ state: 'done', status: 201, sealed: answer.sealed })
    })
  })

  describe('staff', () => {
    it('is added once, keeps its id, and takes the newer role', async () => {
      const { venues, owner, venueCode } = await register()
      const first = makeStaff({ venueCode, addedAt: start + 1 })
      const again = { ...first, staffId: unique('staff'), role: 'manager' as const }

      await venues.saveStaff(first)
      const saved = await venues.saveStaff(again)

      expect(saved).toEqual({ ...first, role: 'manager' })
      expect(await venues.findStaff(venueCode)).toEqual([owner, saved])
      expect(await venues.findMemberships(first.phoneIndex)).toEqual([
        { venueCode, role: 'manager' },
      ])
    })

    it('never takes the venue from its owner', async () => {
      const { venues, owner, venueCode } = await register()

      const saved = await venues.saveStaff({ ...owner, role: 'staff' })
      const isRemoved = await venues.removeStaff(venueCode, owner.staffId)

      expect([saved.role, isRemoved]).toEqual(['owner', false])
      expect(await venues.findMemberships(owner.phoneIndex)).toEqual([{ venueCode, role: 'owner' }])
    })

    it('is removed at its own venue alone', async () => {
      const { venues, venueCode } = await register()
      const member = makeStaff({ venueCode })
      await venues.saveStaff(member)

      const removed = [
        await venues.removeStaff(unique('venue'), member.staffId),
        await venues.removeStaff(venueCode, member.staffId),
        await venues.removeStaff(venueCode, member.staffId),
      ]

      expect(removed).toEqual([false, true, false])
      expect(await venues.findMembership(venueCode, member.phoneIndex)).toBeUndefined()
      expect(await venues.findMemberships(member.phoneIndex)).toEqual([])
    })

    it('works at several venues', async () => {
      const [one, two] = [await register(), await register()]
      const phoneIndex = unique('phone')
      await one.venues.saveStaff(
        makeStaff({ venueCode: two.venueCode, phoneIndex, addedAt: start + 2 }),
      )
      await one.venues.saveStaff(
        makeStaff({ venueCode: one.venueCode, phoneIndex, addedAt: start + 1 }),
      )

      const memberships = await one.venues.findMemberships(phoneIndex)

      expect(memberships.map(({ venueCode }) => venueCode)).toEqual([one.venueCode, two.venueCode])
    })
  })

  describe('devices', () => {
    it('are found by their key at their venue until they are revoked', async () => {
      const { venues, venueCode } = await register()
      const device = makeDevice({ venueCode })
      const later = makeDevice({ venueCode, createdAt: start + 1 })
      await venues.saveDevice(later)
      await venues.saveDevice(device)
      const find = (code: string) => venues.findDeviceByKey(code, device.keyIndex)

      expect(await venues.findDevices(venueCode)).toEqual([device, later])
      expect([await find(venueCode), await find(unique('venue'))]).toEqual([device, undefined])

      const revoked = [
        await venues.revokeDevice(unique('venue'), device.deviceId, start + 1),
        await venues.revokeDevice(venueCode, device.deviceId, start + 1),
        await venues.revokeDevice(venueCode, device.deviceId, start + 2),
      ]

      expect(revoked).toEqual([false, true, false])
      expect(await find(venueCode)).toBeUndefined()
      expect(await venues.findDevices(venueCode)).toEqual([later])
    })
  })
}
