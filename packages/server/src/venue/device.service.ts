import { KbytError } from '@kbyt/sdk'
import { type Device, toPlainText } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { CitizenCall } from '../call.js'
import { createDeviceKey, createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { DeviceRow } from '../store/store.js'
import type { Vault } from '../vault.js'
import { checkMember, managingRoles } from './check-member.js'
import type { VenueLimits } from './venue-limits.js'

const maxDevices = 100
const keyForm = /^kbyt_dk_([0-9A-Za-z]{8})_[\w-]{43}$/
const sealedNameSchema = z.object({ name: z.string() })

/** Owns: the machines of a venue and their keys, of which only a blind index is kept. */
export interface DeviceService {
  /** @throws {KbytError} `not_found`, `forbidden`. */
  find(venueCode: string, call: CitizenCall): Promise<{ devices: Device[] }>
  /** @throws {KbytError} `not_found`, `forbidden`, `input_invalid`, `rate_limited`. */
  add(
    device: { venueCode: string; name: string },
    call: CitizenCall,
  ): Promise<Device & { key: string }>
  /** @throws {KbytError} `not_found`, `forbidden`, `rate_limited`. */
  revoke(of: { venueCode: string; deviceId: string }, call: CitizenCall): Promise<void>
  /** The machine a key stands for, unless it is unknown or revoked. */
  findByKey(key: string): Promise<DeviceRow | undefined>
}

export function createDeviceService(outside: Outside, limits: VenueLimits): DeviceService {
  const { store, vault, clock, randomBytes } = outside

  return {
    async find(venueCode, call) {
      await checkMember(store, venueCode, call, managingRoles)
      const rows = await store.venues.findDevices(venueCode)
      return { devices: await Promise.all(rows.map((row) => openDevice(vault, row))) }
    },

    async add({ venueCode, name: typed }, call) {
      await checkMember(store, venueCode, call, managingRoles)
      await limits.countChange(call.citizen.phoneIndex, clock.now())
      if ((await store.venues.findDevices(venueCode)).length >= maxDevices) throw tooMany()
      const createdAt = clock.now()
      const deviceId = createUuid(createdAt, randomBytes)
      const key = createDeviceKey(venueCode, randomBytes)
      const name = toPlainText(typed)
      const sealed = await vault.seal(deviceId, { name })
      const keyIndex = await vault.index('device-key', key)
      const ids = { venueCode, deviceId, keyIndex }
      await store.venues.saveDevice({ ...ids, createdAt, revokedAt: null, sealed })
      return { deviceId, name, createdAt: new Date(createdAt).toISOString(), key }
    },

    async revoke({ venueCode, deviceId }, call) {
      await checkMember(store, venueCode, call, managingRoles)
      await limits.countChange(call.citizen.phoneIndex, clock.now())
      const isRevoked = await store.venues.revokeDevice(venueCode, deviceId, clock.now())
      if (!isRevoked) throw new KbytError('not_found')
    },

    async findByKey(key) {
      const venueCode = keyForm.exec(key)?.[1]
      if (venueCode === undefined) return undefined
      return store.venues.findDeviceByKey(venueCode, await vault.index('device-key', key))
    },
  }
}

async function openDevice(
  vault: Vault,
  { deviceId, createdAt, sealed }: DeviceRow,
): Promise<Device> {
  const { name } = sealedNameSchema.parse(await vault.open(deviceId, sealed))
  return { deviceId, name, createdAt: new Date(createdAt).toISOString() }
}

const tooMany = () =>
  new KbytError('input_invalid', { issues: [{ path: 'name', code: 'too_many' }] })
