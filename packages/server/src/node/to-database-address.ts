import { join } from 'node:path'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import type { Settings } from './settings.js'

/** Where the data of these settings lies. */
export function toDatabaseAddress(settings: Settings): DatabaseAddress {
  const { KBYT_DATABASE_URL: postgres, KBYT_DATA_DIR: dataDir } = settings
  if (!postgres) return { sqlite: join(dataDir, 'kbyt.sqlite') }
  return {
    postgres,
    poolSize: settings.KBYT_DATABASE_POOL,
    timeoutMs: settings.KBYT_DATABASE_TIMEOUT_SECONDS * 1_000,
  }
}
