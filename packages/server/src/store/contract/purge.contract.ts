import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { fileWith, inAreas, makeArrival, makeCaseEvent, makeScreening } from './cases.setup.js'
import {
  claimAnswer,
  day,
  fileDeclaration,
  hour,
  makeChallenge,
  makeMessage,
  makeOfficer,
  makeOfficerSession,
  makeSession,
  minute,
  saveChallenge,
  start,
  unique,
} from './rows.setup.js'
import { makeDevice, makeStaff, makeVenue } from './venue-rows.setup.js'

export function describePurge(open: () => Store): void {
  describe('purge', () => {
    it('forgets challenges and sessions a day after they ended, not before', async () => {
      const store = open()
      const { otp, sessions, purge } = store
      const challenge = makeChallenge()
      const session = makeSession()
      await saveChallenge(store, challenge, makeMessage())
      await otp.useChallenge(challenge.challengeId, 1, start, session)
      const look = async () => [
        (await otp.findChallenge(challenge.challengeId)) !== undefined,
        (await sessions.findSession(session.tokenHash)) !== undefined,
      ]

      await purge(challenge.expiresAt + day - 1)
      const before = await look()
      await purge(session.expiresAt + day)

      expect(before).toEqual([true, true])
      expect(await look()).toEqual([false, false])
    })

    it('frees limits, keys and slots whose time is over', async () => {
      const { limits, declarations, purge } = open()
      const key = unique('limit')
      await limits.hit(key, minute, start)
      const list = await declarations.claimStatusList(unique('node'))
      await declarations.claimStatusIndex(list * 2 ** 16, 'old', start)

      await purge(start + day)

      expect((await limits.peek(key, minute, start)).count).toBe(0)
      expect(await declarations.claimStatusIndex(list * 2 ** 16, 'new', start + day)).toBe(true)
    })

    it('drops messages that nobody sent in time', async () => {
      const store = open()
      const { sms, purge } = store
      const message = makeMessage()
      await saveChallenge(store, makeChallenge(), message)

      await purge(message.expiresAt)

      const ids = (await sms.claimMessages(start, 1_000)).map(({ messageId }) => messageId)
      expect(ids).not.toContain(message.messageId)
    })

    it('forgets arrivals and screenings 60 days after they mattered, events with them', async () => {
      const store = open()
      const [areaCode, person] = [unique('area'), unique('person')]
      const facts = { phoneIndex: unique('phone'), people: [person], kind: 'entry' as const }
      await fileWith(store, facts, (filed) => ({
        arrivals: [makeArrival(filed, { areaCode, arrivalAt: start + day })],
        screenings: [makeScreening(filed, { areaCode })],
      }))
      await store.arrivals.markPassed(person, makeCaseEvent('passed'))
      const count = async () => [
        await store.arrivals.countArrivals(inAreas(areaCode)),
        (
          await store.screenings.findScreenings(
            { areas: [areaCode], state: undefined },
            undefined,
            9,
          )
        ).length,
      ]

      await store.purge(start + 60 * day - 1)
      const kept = await count()
      await store.purge(start + 60 * day)
      const later = await count()
      await store.purge(start + 61 * day)

      expect([kept, later, await count()]).toEqual([
        [1, 1],
        [1, 0],
        [0, 0],
      ])
      expect(await store.arrivals.findArrivalOfPerson(person)).toBeUndefined()
    })

    it('forgets a machine 30 days after it was revoked, and none that works', async () => {
      const store = open()
      const { venues, purge } = store
      const venue = makeVenue()
      const { venueCode } = venue
      await venues.saveVenue(venue, makeStaff({ venueCode }), await claimAnswer(store))
      const [revoked, live] = [makeDevice({ venueCode }), makeDevice({ venueCode })]
      for (const device of [revoked, live]) await venues.saveDevice(device)
      await venues.revokeDevice(revoked.venueCode, revoked.deviceId, start)
      // while its row is there, no other one takes its id
      const isThere = () =>
        venues.saveDevice(revoked).then(
          () => false,
          () => true,
        )

      await purge(start + 30 * day - 1)
      const before = await isThere()
      await purge(start + 30 * day)

      expect(await venues.findDevices(venueCode)).toEqual([live])
      expect([before, await isThere()]).toEqual([true, false])
    })

    it('forgets a venue 31 days after it was closed, whoever works there with it', async () => {
      const store = open()
      const { venues, purge } = store
      const [closed, runs] = [makeVenue({ closedAt: start }), makeVenue()]
      const codes = [closed.venueCode, runs.venueCode]
      const owner = makeStaff({ role: 'owner' })
      for (const venue of [closed, runs]) {
        const { venueCode } = venue
        await venues.saveVenue(venue, { ...owner, venueCode }, await claimAnswer(store))
        await venues.saveDevice(makeDevice({ venueCode }))
      }
      const look = async () => ({
        venues: (await venues.findVenues(codes)).map(({ venueCode }) => venueCode).toSorted(),
        works: (await venues.findMemberships(owner.phoneIndex)).map(({ venueCode }) => venueCode),
        staff: (await venues.findStaff(closed.venueCode)).length,
        devices: (await venues.findDevices(closed.venueCode)).length,
      })

      await purge(start + 31 * day - 1)
      const before = await look()
      await purge(start + 31 * day)

      const both = codes.toSorted()
      expect(before).toEqual({ venues: both, works: both, staff: 1, devices: 1 })
      const [, kept] = codes
      expect(await look()).toEqual({ venues: [kept], works: [kept], staff: 0, devices: 0 })
    })

    it('leaves declarations whose passes just ended, and live officer sessions alone', async () => {
      const store = open()
      const { officers, declarations, purge } = store
      const officer = makeOfficer()
      await officers.addOfficer(officer)
      const session = makeOfficerSession(officer.officerId, { expiresAt: start + 900 * day })
      await officers.openSession(session)
      const phoneIndex = unique('phone')
      const filed = await fileDeclaration(store, { phoneIndex, people: ['anyone'] })

      await purge(start + 20 * day)

      expect(await declarations.findDeclarations(phoneIndex, 1)).toEqual([filed])
      expect(await officers.touchSession(session.tokenHash, hour, start)).toBeDefined()
    })
  })
}
