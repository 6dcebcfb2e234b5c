import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../node/settings.js'
import { backupSqlite } from '../store/dialects/backup-sqlite.js'
import { readArguments } from './read-arguments.js'
import { UsageError } from './usage-error.js'

/** Copies the embedded database into one file, while a server may be writing to it. */
export async function runBackup(args: readonly string[], settings: Settings): Promise<void> {
  const { words } = readArguments(args, [], { words: 1, usage: 'backup <file>' })
  const [target = ''] = words
  if (settings.KBYT_DATABASE_URL) {
    throw new UsageError(
      'PostgreSQL is backed up by pg_dump: see docs/how-to/back-up-and-restore.md',
    )
  }
  const sqlite = join(settings.KBYT_DATA_DIR, 'kbyt.sqlite')
  if (!existsSync(sqlite)) throw new UsageError(`There is no database ${sqlite}`)
  await backupSqlite(sqlite, target).catch((error) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    throw new UsageError(`${target} exists: a backup takes nothing's place`, { cause: error })
  })
  const { size } = await stat(target)
  console.log(`${target} holds the database as it was just now (${size} bytes).`)
  console.log(
    `Keep ${join(settings.KBYT_DATA_DIR, 'keys')} as well, elsewhere: one opens the other.`,
  )
}
