import { hostname } from 'node:os'
import type { SmsGateway } from '../ports.js'
import { createLog } from './create-log.js'
import { createSmsGateway } from './create-sms-gateway.js'
import { type Backend, openBackend } from './open-backend.js'
import { openInsurance } from './open-insurance.js'
import { openOidc } from './open-oidc.js'
import { readConfig } from './read-config.js'
import { readImportSources } from './read-import-sources.js'
import { SettingError } from './setting-error.js'
import type { Settings } from './settings.js'

/**
 * Opens the backend that the settings describe.
 *
 * @throws {SettingError} naming the variable that is missing or wrong.
 */
export async function openConfiguredBackend(settings: Settings): Promise<Backend> {
  const { KBYT_ENVIRONMENT: environment, KBYT_NODE: node = hostname() } = settings
  const { KBYT_IMPORT_SOURCES: sources } = settings
  const sms = openGateway(settings)
  const insurance = await openInsurance(settings)
  const oidc = openOidc(settings)
  const config = await readConfig(settings.KBYT_PORTAL_CONFIG)
  return openBackend({
    environment,
    node,
    log: createLog({ level: settings.KBYT_LOG_LEVEL, node }),
    dataDir: settings.KBYT_DATA_DIR,
    databaseUrl: settings.KBYT_DATABASE_URL,
    databasePoolSize: settings.KBYT_DATABASE_POOL,
    databaseTimeoutMs: settings.KBYT_DATABASE_TIMEOUT_SECONDS * 1_000,
    origins: getOrigins(settings),
    portalHost: settings.KBYT_PORTAL_HOST,
    displayName: settings.KBYT_DISPLAY_NAME,
    publishableKeys: settings.KBYT_PUBLISHABLE_KEYS ?? [],
    trustedProxies: settings.KBYT_TRUSTED_PROXIES,
    otpRequestsPerNetworkHour: settings.KBYT_OTP_REQUESTS_PER_NETWORK_HOUR,
    accountDormantDays: settings.KBYT_ACCOUNT_DORMANT_DAYS,
    cardPhotoDays: settings.KBYT_CARD_PHOTO_DAYS,
    declarationsPerPhoneDay: settings.KBYT_DECLARATIONS_PER_PHONE_DAY,
    overload: { running: settings.KBYT_MAX_RUNNING, waiting: settings.KBYT_MAX_WAITING },
    metrics: { token: settings.KBYT_METRICS_TOKEN, networks: settings.KBYT_METRICS_NETWORKS },
    ...(config && { config }),
    ...(sms && { sms }),
    ...(insurance && { insurance }),
    ...(sources && { importSources: await readImportSources(sources) }),
    webhookPrivateHosts: settings.KBYT_WEBHOOK_PRIVATE_HOSTS ?? [],
    ...(oidc && { oidc }),
    ...(settings.KBYT_TOTP_ROLES && { totpRoles: settings.KBYT_TOTP_ROLES }),
  })
}

/** @throws {SettingError} in production without any. */
export function getOrigins(settings: Settings): readonly string[] {
  if (settings.KBYT_ORIGINS) return settings.KBYT_ORIGINS
  if (settings.KBYT_ENVIRONMENT === 'development') {
    return [`http://localhost:${settings.KBYT_PORT}`]
  }
  throw new SettingError(
    'KBYT_ORIGINS is needed in production: the addresses your portal is opened at, ' +
      'such as https://kbyt.example',
  )
}

/**
 * The operator's gateway; none in development, where messages are printed.
 *
 * @throws {SettingError} when nobody would send the codes, or the template cannot be filled.
 */
export function openGateway({
  sms,
  KBYT_ENVIRONMENT: environment,
}: Settings): SmsGateway | undefined {
  if (sms && sms.gateway !== 'console') {
    try {
      return createSmsGateway(sms)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      throw new SettingError(`KBYT_SMS_TEMPLATE: ${cause.message}`, { cause })
    }
  }
  if (environment === 'development') return undefined
  throw new SettingError(
    'KBYT_SMS_GATEWAY must name the gateway of an SMS operator, such as esms or smpp: a code on a ' +
      'screen proves no phone. docs/how-to/connect-an-sms-gateway.md says which variables each one ' +
      'needs; KBYT_ENVIRONMENT=development prints codes instead of sending them.',
  )
}
