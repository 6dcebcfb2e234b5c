import { existsSync } from 'node:fs'
import { checkKeys, wrongKeys } from '../crypto/check-keys.js'
import { KeysError } from '../crypto/keys-error.js'
import { type Keys, openKeys } from '../crypto/node-open-keys.js'
import { createNodeVault } from '../crypto/node-vault.js'
import type { KeyCheckStore } from '../store/store.js'
import type { Vault } from '../vault.js'

/**
 * Opens the keys that belong to a database; only a database without any gets new ones.
 *
 * @throws {KeysError} when they are gone or others, naming the directory.
 */
export async function openVault(
  directory: string,
  keyCheck: KeyCheckStore,
): Promise<{ keys: Keys; vault: Vault }> {
  if (!existsSync(directory) && (await keyCheck.find())) {
    throw new KeysError(`${directory} is missing. ${wrongKeys}`)
  }
  const keys = await openKeys(directory)
  const vault = createNodeVault(keys.secrets)
  await checkKeys(vault, keyCheck).catch((error) => {
    throw error instanceof KeysError ? new KeysError(`${directory}: ${error.message}`) : error
  })
  return { keys, vault }
}
