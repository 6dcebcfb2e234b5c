import { openKeys } from '../crypto/node-open-keys.js'
import { retireEncryptionKeys } from '../crypto/node-rotate-keys.js'
import type { Settings } from '../node/settings.js'
import { toDatabaseAddress } from '../node/to-database-address.js'
import { findUsedKeys } from '../store/sql/find-used-keys.js'
import { openDatabase } from '../store/sql/open-database.js'
import { findKeys } from './find-keys.js'

/** Takes away the encryption keys that are of no more use, and says what keeps the others. */
export async function retireKeys(settings: Settings): Promise<void> {
  const folder = findKeys(settings)
  const { secrets, nextEncryptionKeyId } = await openKeys(folder)
  const [, ...others] = secrets.encryptionKeys.map(({ id }) => id)
  const older = others.filter((id) => id !== nextEncryptionKeyId)
  const { jobs, close } = await openDatabase(toDatabaseAddress(settings))
  const used = await findUsedKeys(jobs, older).finally(close)
  const unused = older.filter((id) => !used.includes(id))
  await retireEncryptionKeys(folder, unused)
  console.log(`${unused.length} encryption keys are taken away, ${used.length} older ones stay.`)
  if (used.length > 0) {
    console.log(
      'Those still open rows: run kbyt-server keys reseal. What expires by itself (sessions, codes, ' +
        'stored answers) is gone within days, the audit log after its own time.',
    )
  }
}
