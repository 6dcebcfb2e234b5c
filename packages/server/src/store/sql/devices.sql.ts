import type { VenueStore } from '../store.js'
import { deviceColumns } from './columns.js'
import type { Database } from './database.js'

type DeviceMethods = 'saveDevice' | 'findDevices' | 'findDeviceByKey' | 'revokeDevice'

export function createSqlDevices(db: Database): Pick<VenueStore, DeviceMethods> {
  const findLive = (venueCode: string) =>
    db
      .selectFrom('venueDevices')
      .select(deviceColumns)
      .where('venueCode', '=', venueCode)
      .where('revokedAt', 'is', null)

  return {
    async saveDevice(device) {
      await db.insertInto('venueDevices').values(device).execute()
    },

    findDevices: (venueCode) =>
      findLive(venueCode).orderBy('createdAt').orderBy('deviceId').execute(),

    findDeviceByKey: (venueCode, keyIndex) =>
      findLive(venueCode).where('keyIndex', '=', keyIndex).executeTakeFirst(),

    async revokeDevice(venueCode, deviceId, revokedAt) {
      const { numUpdatedRows } = await db
        .updateTable('venueDevices')
        .set({ revokedAt })
        .where('venueCode', '=', venueCode)
        .where('deviceId', '=', deviceId)
        .where('revokedAt', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}
