import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncDirectory } from '../../crypto/node-key-file.js'
import { importSqlite } from './import-sqlite.js'

const waitMs = 5_000

/**
 * Writes the database as it stands at one moment into a new file, for its owner alone, and answers once
 * it is on the disk. Writers go on meanwhile.
 *
 * @throws {Error} `EEXIST` when there is such a file; what SQLite says, when the copy is not whole.
 */
export async function backupSqlite(source: string, target: string): Promise<void> {
  const file = await open(target, 'wx', 0o600) // empty, which is where SQLite writes
  try {
    await copy(source, target)
    await file.sync()
  } catch (error) {
    await rm(target, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await syncDirectory(dirname(target))
}

async function copy(source: string, target: string): Promise<void> {
  const { DatabaseSync } = await importSqlite()
  const database = new DatabaseSync(source, { readOnly: true, timeout: waitMs })
  try {
    database.prepare('vacuum into ?').run(target)
  } finally {
    database.close()
  }
  const made = new DatabaseSync(target, { readOnly: true })
  try {
    const row = made.prepare('pragma integrity_check').get()
    if (row?.integrity_check !== 'ok') throw new Error('the copy is damaged')
  } finally {
    made.close()
  }
}
