import { readFile } from 'node:fs/promises'
import { type Config, configSchema } from '@kbyt/sdk/schema'
import { findConfigFaults } from '../portal/find-config-faults.js'
import { explainFileFault } from './explain-file-fault.js'
import { places } from './places.js'
import { SettingError } from './setting-error.js'

/** @throws {SettingError} when the file is missing, or does not describe a portal that works. */
export async function readConfig(file: string | undefined): Promise<Config | undefined> {
  if (!file) return undefined
  const config = await parseConfig(file)
  const faults = await findConfigFaults(config, places)
  if (faults.length === 0) return config
  throw new SettingError(`KBYT_PORTAL_CONFIG: in ${file} ${faults.join(', ')}`)
}

async function parseConfig(file: string): Promise<Config> {
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
