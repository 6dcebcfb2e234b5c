import { readFile } from 'node:fs/promises'
import { type Config, configSchema } from '@kbyt/sdk/schema'
import { explainFileFault } from './explain-file-fault.js'
import { SettingError } from './setting-error.js'

/** @throws {SettingError} when the file is missing or does not describe a portal. */
export async function readConfig(file: string | undefined): Promise<Config | undefined> {
  if (!file) return undefined
  try {
    return configSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    const fault = explainFileFault(cause)
    throw new SettingError(
      `KBYT_PORTAL_CONFIG: ${file} cannot be read as a configuration: ${fault}`,
      { cause },
    )
  }
}
