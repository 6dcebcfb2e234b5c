import { KbytError } from '@kbyt/sdk'
import { type StaffMember, toMobileE164, type VenueRole } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { StaffRow } from '../store/store.js'
import type { Vault } from '../vault.js'
import { checkMember, managingRoles } from './check-member.js'
import type { VenueLimits } from './venue-limits.js'

const maxStaff = 100
const sealedPhoneSchema = z.object({ phone: z.string() })

interface NewStaff {
  readonly venueCode: string
  readonly phone: string
  readonly role: VenueRole
}

/** Owns: which phones work at a venue. They prove themselves like any citizen, by a code. */
export interface StaffService {
  /** @throws {KbytError} `not_found`, `forbidden`. */
  find(venueCode: string, call: CitizenCall): Promise<{ staff: StaffMember[] }>
  /** @throws {KbytError} `not_found`, `forbidden`, `input_invalid`, `rate_limited`. */
  add(member: NewStaff, call: CitizenCall): Promise<StaffMember>
  /** @throws {KbytError} `not_found`, also for the owner; `forbidden`. */
  remove(of: { venueCode: string; staffId: string }, call: CitizenCall): Promise<void>
}

export function createStaffService(outside: Outside, limits: VenueLimits): StaffService {
  const { store, vault, clock, randomBytes } = outside

  return {
    async find(venueCode, call) {
      await checkMember(store, venueCode, call, managingRoles)
      const rows = await store.venues.findStaff(venueCode)
      return { staff: await Promise.all(rows.map((row) => openMember(vault, row))) }
    },

    async add({ venueCode, phone: typed, role }, call) {
      await checkMember(store, venueCode, call, managingRoles)
      const nowMs = clock.now()
      await limits.countChange(call.citizen.phoneIndex, nowMs)
      const phone = toMobileE164(typed) ?? typed
      const phoneIndex = await vault.index('phone', phone)
      const all = await store.venues.findStaff(venueCode)
      const isThere = all.some((each) => each.phoneIndex === phoneIndex)
      if (!isThere && all.length >= maxStaff) throw tooMany()
      const staffId = createUuid(nowMs, randomBytes)
      const sealed = await vault.seal(staffId, { phone })
      const member = { venueCode, phoneIndex, staffId, role, addedAt: nowMs, sealed }
      return openMember(vault, await store.venues.saveStaff(member))
    },

    async remove({ venueCode, staffId }, call) {
      await checkMember(store, venueCode, call, managingRoles)
      if (!(await store.venues.removeStaff(venueCode, staffId))) throw new KbytError('not_found')
    },
  }
}

async function openMember(vault: Vault, row: StaffRow): Promise<StaffMember> {
  const { staffId, role, addedAt, sealed } = row
  const { phone } = sealedPhoneSchema.parse(await vault.open(staffId, sealed))
  return { staffId, phone, role, addedAt: new Date(addedAt).toISOString() }
}

const tooMany = () =>
  new KbytError('input_invalid', { issues: [{ path: 'phone', code: 'too_many' }] })
