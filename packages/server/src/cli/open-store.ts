import { mkdir } from 'node:fs/promises'
import type { Settings } from '../node/settings.js'
import { toDatabaseAddress } from '../node/to-database-address.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Store } from '../store/store.js'

/** Opens the database of the settings, which brings its tables up to date under a lock. */
export async function openStore(settings: Settings): Promise<Store> {
  await mkdir(settings.KBYT_DATA_DIR, { recursive: true, mode: 0o700 })
  return createSqlStore(toDatabaseAddress(settings))
}
