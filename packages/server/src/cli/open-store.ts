import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../node/settings.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Store } from '../store/store.js'

/** Opens the database of the settings, which brings its tables up to date under a lock. */
export async function openStore(settings: Settings): Promise<Store> {
  const { KBYT_DATABASE_URL: postgres, KBYT_DATA_DIR: dataDir } = settings
  if (postgres) return createSqlStore({ postgres })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  return createSqlStore({ sqlite: join(dataDir, 'kbyt.sqlite') })
}
