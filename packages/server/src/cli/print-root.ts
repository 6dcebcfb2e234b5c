import { importSigner } from '@kbyt/sdk/qr/sign'
import { openKeys } from '../crypto/node-open-keys.js'
import type { Settings } from '../node/settings.js'
import { findKeys } from './find-keys.js'

/** Prints the public half of the root key, as verifiers pin it. */
export async function printRoot(settings: Settings): Promise<void> {
  const { rootKey } = await openKeys(findKeys(settings))
  const { publicKey } = await importSigner(rootKey)
  console.log(JSON.stringify({ keys: [publicKey] }, undefined, 2))
}
