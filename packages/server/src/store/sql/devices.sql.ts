import type { VenueStore } from '../store.js'
import { deviceColumns } from './columns.js'
import type { Database } from './database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

type DeviceMethods = 'saveDevice' | 'findDevices' | 'findDeviceByKey' | 'revokeDevice'

export function createSqlDevices(db: Database): Pick<VenueStore, DeviceMethods> {
  return {
    async saveDevice(device) {
      await db.insertInto('venueDevices').values(device).execute()
    },

    findDevices: (venueCode) =>
      selectLive(db)
        .where('venueCode', '=', venueCode)
        .orderBy('createdAt')
        .orderBy('deviceId')
        .execute(),

    findDeviceByKey: (venueCode, keyIndex) => findByKey.findFirst(db, { venueCode, keyIndex }),

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

const selectLive = (db: Database) =>
  db.selectFrom('venueDevices').select(deviceColumns).where('revokedAt', 'is', null)

const findByKey = prepareQuery(
  (db, { venueCode, keyIndex }: Slots<{ venueCode: string; keyIndex: string }>) =>
    selectLive(db).where('venueCode', '=', venueCode).where('keyIndex', '=', keyIndex),
)
