import type { VenueRole } from '@kbyt/sdk/schema'
import type { IdempotentAnswer } from './idempotency.store.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** A venue. */
export interface VenueRow {
  readonly venueCode: string
  /** The number of its newest poster. */
  readonly revision: number
  /** So long after the last scan somebody is taken for gone; null until midnight. */
  readonly checkOutAfterMs: number | null
  readonly createdAt: number
  /** When it was left without an owner: it takes no visits any more. Null while it runs. */
  readonly closedAt: number | null
  /** Counts its changes: a change is made of the version it was read at, or not at all. */
  readonly version: number
  /** Name, address, kind, direction, contact, and its posters. */
  readonly sealed: Sealed
}

/** A phone that works at a venue. */
export interface StaffRow {
  readonly venueCode: string
  readonly phoneIndex: BlindIndex
  readonly staffId: string
  readonly role: VenueRole
  readonly addedAt: number
  /** {phone} in E.164. */
  readonly sealed: Sealed
}

/** A machine of a venue. */
export interface DeviceRow {
  readonly venueCode: string
  readonly deviceId: string
  /** Blind index of its key. */
  readonly keyIndex: BlindIndex
  readonly createdAt: number
  readonly revokedAt: number | null
  /** {name}. */
  readonly sealed: Sealed
}

/** Venues, who works there, and their machines. */
export interface VenueStore {
  /** The venue, its owner and the stored answer in one; false when the code is taken. */
  saveVenue(venue: VenueRow, owner: StaffRow, answer: IdempotentAnswer): Promise<boolean>
  /** Those that exist, in any order. */
  findVenues(venueCodes: readonly string[]): Promise<VenueRow[]>
  /**
   * Puts `venue` in place of the version before it, and the stored answer where there is one; false
   * when somebody was faster.
   */
  changeVenue(venue: VenueRow, answer?: IdempotentAnswer): Promise<boolean>
  /** Which venues a phone works at, in the order it was added. */
  findMemberships(phoneIndex: BlindIndex): Promise<Pick<StaffRow, 'venueCode' | 'role'>[]>
  findMembership(venueCode: string, phoneIndex: BlindIndex): Promise<StaffRow | undefined>
  /** In the order they were added. */
  findStaff(venueCode: string): Promise<StaffRow[]>
  /** Adds a phone, or gives it another role unless it is the owner's; the row as it is then. */
  saveStaff(member: StaffRow): Promise<StaffRow>
  /** False when nobody but perhaps the owner has this id. */
  removeStaff(venueCode: string, staffId: string): Promise<boolean>
  saveDevice(device: DeviceRow): Promise<void>
  /** Those not revoked, in the order they were added. */
  findDevices(venueCode: string): Promise<DeviceRow[]>
  /** The device with this key, unless it was revoked. */
  findDeviceByKey(venueCode: string, keyIndex: BlindIndex): Promise<DeviceRow | undefined>
  /** False when it is not there or was revoked before. */
  revokeDevice(venueCode: string, deviceId: string, nowMs: number): Promise<boolean>
}
