import { readFile } from 'node:fs/promises'
import { type Config, configSchema } from '@kbyt/sdk/schema'
import { type Backend, openBackend } from './open-backend.js'
import { SettingError } from './setting-error.js'
import type { Settings } from './settings.js'

/**
 * Opens the backend that the settings describe.
 *
 * @throws {SettingError} naming the variable that is missing or wrong.
 */
export async function openConfiguredBackend(settings: Settings): Promise<Backend> {
  const { KBYT_ENVIRONMENT: environment, KBYT_CONFIG: configFile } = settings
  if (environment === 'production') {
    throw new SettingError(
      'kbyt-server start sends no SMS, it only prints them, so it runs in development alone ' +
        '(KBYT_ENVIRONMENT=development). In production, start the server from a file of your own ' +
        'that passes the gateway of your SMS operator: openBackend({ sms }), as the README of ' +
        '@kbyt/server shows. The other commands work as they are.',
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
