import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { giveToOwner } from '../../give-to-owner.js'
import type { OpenedDialect } from './dialect.js'
import { importSqlite } from './import-sqlite.js'
import { createSqliteConnection } from './sqlite-connection.js'
import { NodeSqliteDialect } from './sqlite-driver.js'

/** While it is opened, before there is anybody to hold up. */
const openingTimeoutMs = 5_000
/** A reader meets a lock only while another process opens or closes the file, which takes a moment. */
const readerTimeoutMs = 1_000

/** Opens the embedded database; what it says is written is on the disk, also after a power cut. */
export async function openSqlite(path: string): Promise<OpenedDialect> {
  const { DatabaseSync } = await importSqlite()
  const isFile = path !== ':memory:'
  if (isFile) await makeFile(path)
  const writer = new DatabaseSync(path, {
    timeout: openingTimeoutMs,
    enableForeignKeyConstraints: true,
  })
  writer.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0')
  // what is deleted is overwritten: erased is gone from the file, not just from its tables
  writer.exec('pragma secure_delete = on')
  const options = { readOnly: true, timeout: readerTimeoutMs }
  const reader = isFile ? new DatabaseSync(path, options) : undefined
  return {
    dialect: new NodeSqliteDialect({
      writer: createSqliteConnection(writer),
      reader: reader && createSqliteConnection(reader),
    }),
    traits: { canSkipLocked: false, canWriteInWith: false },
  }
}

/** SQLite would make the file readable by all; its journals take over the file's mode. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await (await open(path, 'a', 0o600)).close()
  await giveToOwner(path)
}
