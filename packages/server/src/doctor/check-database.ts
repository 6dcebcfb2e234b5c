import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { fitsKeyCheck } from '../crypto/key-check.js'
import { KeysError } from '../crypto/keys-error.js'
import { type Keys, openKeys } from '../crypto/node-open-keys.js'
import { createNodeVault } from '../crypto/node-vault.js'
import type { Settings } from '../node/settings.js'
import { toDatabaseAddress } from '../node/to-database-address.js'
import { findMissingMigrations } from '../store/migrations/migrate.js'
import { createSqlKeyCheck } from '../store/sql/key-check.sql.js'
import { type OpenedDatabase, openDatabase } from '../store/sql/open-database.js'
import type { KeyCheck } from '../store/store.js'
import { checkClock } from './check-clock.js'
import { type Finding, fail, ok, warn } from './finding.js'

/** The database, the keys, and whether one fits the other; nothing is made or changed. */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const address = toDatabaseAddress(settings)
  if ('sqlite' in address && !existsSync(address.sqlite)) {
    const isNew = ok('database', `${address.sqlite} will be made at the first start`)
    return [isNew, ...(await checkKeys(settings, undefined)), checkClock(Date.now(), undefined)]
  }
  const opened = await openDatabase(address).catch(() => undefined)
  if (!opened) return [fail('database', 'it cannot be opened')]
  try {
    return await examine(settings, opened)
  } finally {
    await opened.close()
  }
}

async function examine(settings: Settings, { db }: OpenedDatabase): Promise<Finding[]> {
  const isPostgres = settings.KBYT_DATABASE_URL !== undefined
  const answered = await sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  if (!answered) {
    const what = isPostgres ? 'KBYT_DATABASE_URL: nobody answers there, or not to us' : 'damaged'
    return [fail('database', what), ...(await checkKeys(settings, undefined))]
  }
  const missing = await findMissingMigrations(db)
  const isNew = missing.includes('0002-key-check')
  const kept = isNew ? undefined : await createSqlKeyCheck(db).find()
  const database =
    missing.length === 0
      ? ok(
          'database',
          isPostgres ? 'PostgreSQL answers, tables are up to date' : 'tables are up to date',
        )
      : warn(
          'database',
          `${missing.length} migrations are missing: run kbyt-server migrate, or start`,
        )
  const theirs = isPostgres
    ? await sql<{ now: string }>`select (extract(epoch from clock_timestamp()) * 1000)::text as now`
        .execute(db)
        .then(({ rows }) => Number(rows[0]?.now))
    : undefined
  return [database, ...(await checkKeys(settings, kept)), checkClock(Date.now(), theirs)]
}

async function checkKeys(settings: Settings, kept: KeyCheck | undefined): Promise<Finding[]> {
  const folder = join(settings.KBYT_DATA_DIR, 'keys')
  if (!existsSync(folder)) {
    return [
      kept
        ? fail('keys', `${folder} is missing: put it back from a backup`)
        : ok('keys', `${folder} will be made at the first start`),
    ]
  }
  const keys = await openKeys(folder).catch((error: unknown) => error)
  if (!isKeys(keys)) {
    return [fail('keys', keys instanceof KeysError ? keys.message : `${folder} cannot be read`)]
  }
  const isFit = kept === undefined || (await fitsKeyCheck(createNodeVault(keys.secrets), kept))
  return [
    isFit
      ? ok('keys', `${folder}, for its owner alone${kept ? ', fits the database' : ''}`)
      : fail('keys', `${folder} belongs to another database: put its own back from a backup`),
  ]
}

const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && 'secrets' in value
