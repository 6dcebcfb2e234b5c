import { KeysError } from '../crypto/keys-error.js'
import { openKeys } from '../crypto/node-open-keys.js'
import { createNodeVault } from '../crypto/node-vault.js'
import type { Settings } from '../node/settings.js'
import { toDatabaseAddress } from '../node/to-database-address.js'
import { openDatabase } from '../store/sql/open-database.js'
import { type Resealed, resealRows } from '../store/sql/reseal-rows.js'
import { findKeys } from './find-keys.js'

/**
 * Seals every row with the newest encryption key, while servers run. Those must have been started since
 * the key was made, or they would go on sealing with an older one.
 *
 * @throws {KeysError} when a row is opened by none of the keys.
 */
export async function reseal(settings: Settings): Promise<void> {
  const { secrets } = await openKeys(findKeys(settings))
  const newest = secrets.encryptionKeys[0]?.id ?? ''
  const { db, close } = await openDatabase(toDatabaseAddress(settings))
  let done: Resealed
  try {
    done = await resealRows(db, createNodeVault(secrets), newest)
  } finally {
    await close()
  }
  console.log(`${done.resealed} rows are sealed anew with key ${newest}.`)
  if (done.unreadable > 0) {
    throw new KeysError(
      `${done.unreadable} rows are opened by none of the keys: keep every backup.`,
    )
  }
}
