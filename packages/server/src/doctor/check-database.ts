import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { fitsKeyCheck } from '../crypto/key-check.js'
import { KeysError } from '../crypto/keys-error.js'
import { type Keys, openKeys } from '../crypto/node-open-keys.js'
import { createNodeVault } from '../crypto/node-vault.js'
import { SettingError } from '../node/setting-error.js'
import type { Settings } from '../node/settings.js'
import { toDatabaseAddress } from '../node/to-database-address.js'
import { toOpeningError } from '../node/to-opening-error.js'
import { findMissingMigrations, findNewerMigrations } from '../store/migrations/migrate.js'
import { NewerDatabase } from '../store/migrations/newer-database.js'
import type { Database } from '../store/sql/database.js'
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
  const opened = await openDatabase(address).catch((error: unknown) => error)
  if (!isOpened(opened)) return [fail('database', explainFault(opened, settings))]
  try {
    return await examine(settings, opened)
  } catch (error) {
    const found = fail('database', explainFault(error, settings))
    return [found, ...(await checkKeys(settings, undefined))]
  } finally {
    await opened.close()
  }
}

async function examine(settings: Settings, { db }: OpenedDatabase): Promise<Finding[]> {
  const isPostgres = settings.KBYT_DATABASE_URL !== undefined
  const missing = await findMissingMigrations(db)
  const isNew = missing.includes('0002-key-check')
  const kept = isNew ? undefined : await createSqlKeyCheck(db).find()
  const database = await checkTables(db, missing, isPostgres)
  const theirs = isPostgres
    ? await sql<{ now: string }>`select (extract(epoch from clock_timestamp()) * 1000)::text as now`
        .execute(db)
        .then(({ rows }) => Number(rows[0]?.now))
    : undefined
  return [database, ...(await checkKeys(settings, kept)), checkClock(Date.now(), theirs)]
}

function explainFault(error: unknown, settings: Settings): string {
  const explained = toOpeningError(error, settings)
  if (explained instanceof SettingError) return explained.message
  return settings.KBYT_DATABASE_URL ? 'KBYT_DATABASE_URL: it cannot be used' : 'damaged'
}

async function checkTables(
  db: Database,
  missing: readonly string[],
  isPostgres: boolean,
): Promise<Finding> {
  const newer = missing.includes('0001-first-tables') ? [] : await findNewerMigrations(db)
  if (newer.length > 0) return fail('database', new NewerDatabase(newer).message)
  if (missing.length === 0) {
    const answers = isPostgres ? 'PostgreSQL answers, ' : ''
    return ok('database', `${answers}tables are up to date`)
  }
  if (isPostgres && !(await mayMakeTables(db))) {
    return fail('database', 'KBYT_DATABASE_URL: this user may not make tables there')
  }
  const count = missing.length === 1 ? '1 migration is' : `${missing.length} migrations are`
  return warn('database', `${count} missing: run kbyt-server migrate, or start`)
}

async function mayMakeTables(db: Database): Promise<boolean> {
  const { rows } = await sql<{ may: boolean | null }>`
    select has_schema_privilege(current_schema(), 'create') as may
  `.execute(db)
  return rows[0]?.may === true
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

const isOpened = (value: unknown): value is OpenedDatabase =>
  typeof value === 'object' && value !== null && 'db' in value

const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && 'secrets' in value
