import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SettingError } from '../node/setting-error.js'
import type { Settings } from '../node/settings.js'

/**
 * The folder of the keys that a server made. A command makes none: in the wrong folder it would say that
 * all went well.
 *
 * @throws {SettingError} where there is none.
 */
export function findKeys({ KBYT_DATA_DIR: dataDir }: Settings): string {
  const folder = join(dataDir, 'keys')
  if (existsSync(folder)) return folder
  throw new SettingError(
    `KBYT_DATA_DIR: there are no keys in ${folder}; a server makes them at its first start`,
  )
}
