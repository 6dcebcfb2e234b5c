import type { VenueStore } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryVenues(state: MemoryState): VenueStore {
  const { venues } = state
  const staff = createMemoryStaff(state)
  return {
    ...staff,
    ...createMemoryDevices(state),

    async saveVenue(venue, owner, answer) {
      if (venues.has(venue.venueCode)) return false
      answerClaim(state, answer)
      venues.set(venue.venueCode, venue)
      await staff.saveStaff(owner)
      return true
    },

    async findVenues(venueCodes) {
      return [...new Set(venueCodes)].flatMap((code) => venues.get(code) ?? [])
    },

    async changeVenue(venue, answer) {
      if (venues.get(venue.venueCode)?.version !== venue.version - 1) return false
      if (answer) answerClaim(state, answer)
      venues.set(venue.venueCode, venue)
      return true
    },
  }
}

type StaffMethods = 'findMemberships' | 'findMembership' | 'findStaff' | 'saveStaff' | 'removeStaff'

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

function createMemoryStaff({ venueStaff: staff }: MemoryState): Pick<VenueStore, StaffMethods> {
  const toKey = (venueCode: string, phoneIndex: string) => `${venueCode}\0${phoneIndex}`

  return {
    async findMemberships(phoneIndex) {
      return [...staff.values()]
        .filter((each) => each.phoneIndex === phoneIndex)
        .sort((a, b) => a.addedAt - b.addedAt || compare(a.venueCode, b.venueCode))
        .map(({ venueCode, role }) => ({ venueCode, role }))
    },

    async findMembership(venueCode, phoneIndex) {
      return staff.get(toKey(venueCode, phoneIndex))
    },

    async findStaff(venueCode) {
      return [...staff.values()]
        .filter((each) => each.venueCode === venueCode)
        .sort((a, b) => a.addedAt - b.addedAt || compare(a.staffId, b.staffId))
    },

    async saveStaff(member) {
      const key = toKey(member.venueCode, member.phoneIndex)
      const found = staff.get(key) ?? member
      const saved = found.role === 'owner' ? found : { ...found, role: member.role }
      staff.set(key, saved)
      return saved
    },

    async removeStaff(venueCode, staffId) {
      for (const [key, each] of staff) {
        if (each.venueCode !== venueCode || each.staffId !== staffId) continue
        return each.role !== 'owner' && staff.delete(key)
      }
      return false
    },
  }
}

type DeviceMethods = 'saveDevice' | 'findDevices' | 'findDeviceByKey' | 'revokeDevice'

function createMemoryDevices({ devices }: MemoryState): Pick<VenueStore, DeviceMethods> {
  const findLive = (venueCode: string) =>
    [...devices.values()].filter((each) => each.venueCode === venueCode && each.revokedAt === null)

  return {
    async saveDevice(device) {
      if (devices.has(device.deviceId)) throw new Error('there is such a machine')
      devices.set(device.deviceId, device)
    },

    async findDevices(venueCode) {
      return findLive(venueCode).sort(
        (a, b) => a.createdAt - b.createdAt || compare(a.deviceId, b.deviceId),
      )
    },

    async findDeviceByKey(venueCode, keyIndex) {
      return findLive(venueCode).find((each) => each.keyIndex === keyIndex)
    },

    async revokeDevice(venueCode, deviceId, revokedAt) {
      const device = findLive(venueCode).find((each) => each.deviceId === deviceId)
      if (device) devices.set(deviceId, { ...device, revokedAt })
      return device !== undefined
    },
  }
}
