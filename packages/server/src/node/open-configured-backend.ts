import { readFile } from 'node:fs/promises'
import { type Config, configSchema } from '@kbyt/sdk/schema'
import { type Backend, openBackend } from './open-backend.js'
import { SettingError, type Settings } from './settings.js'

/**
 * Opens the backend that the settings describe.
 *
 * @throws {SettingError} naming the variable that is missing or wrong.
 */
export async function openConfiguredBackend(settings: Settings): Promise<Backend> {
  const { KBYT_ENVIRONMENT: environment, KBYT_CONFIG: configFile } = settings
  if (environment === 'production') {
    throw new SettingError(
      'KBYT_ENVIRONMENT is production, but kbyt-server itself only has the console SMS gateway, ' +
        'which works in development: call openBackend({ sms }) with your gateway, or set ' +
        'KBYT_ENVIRONMENT=development',
    )
  }
  return openBackend({
    environment,
    dataDir: settings.KBYT_DATA_DIR,
    databaseUrl: settings.KBYT_DATABASE_URL,
    origins: settings.KBYT_ORIGINS ?? [`http://localhost:${settings.KBYT_PORT}`],
    publishableKeys: settings.KBYT_PUBLISHABLE_KEYS ?? [],
    trustedProxies: settings.KBYT_TRUSTED_PROXIES,
    ...(settings.KBYT_NODE && { node: settings.KBYT_NODE }),
    ...(configFile && { config: await readConfig(configFile) }),
  })
}

async function readConfig(file: string): Promise<Config> {
  try {
    return configSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new SettingError(`KBYT_CONFIG: ${file} cannot be read as a configuration`, { cause })
  }
}
