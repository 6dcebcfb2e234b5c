import { openKeys } from '../crypto/node-open-keys.js'
import { rotateEncryptionKey, rotateSigningKey } from '../crypto/node-rotate-keys.js'
import type { Settings } from '../node/settings.js'
import { findKeys } from './find-keys.js'

/** Makes a new signing and a new encryption key; what the older ones signed and sealed stays good. */
export async function rotateKeys(settings: Settings): Promise<void> {
  const folder = findKeys(settings)
  await openKeys(folder)
  const { kid } = await rotateSigningKey(folder)
  await rotateEncryptionKey(folder)
  console.log(`Passes will be signed with key ${kid}: restart the servers that use ${folder}.`)
}
