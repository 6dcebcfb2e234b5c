import { officerRoleSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import { logLevels } from './create-log.js'
import {
  hostSchema,
  keysSchema,
  listSchema,
  networkSchema,
  numberSchema,
  originSchema,
  textSchema,
  tokenSchema,
} from './setting-schemas.js'

/** What `kbyt-server` can be told, beside the SMS gateway (see `smsSettingsSchema`). */
export const settingsSchema = z.object({
  KBYT_CONFIG_FILE: z.optional(textSchema),
  KBYT_ENVIRONMENT: z._default(z.enum(['development', 'production']), 'production'),
  KBYT_NODE: z.optional(z.string().check(z.regex(/^[\w.-]{1,63}$/))),
  KBYT_DATA_DIR: z._default(textSchema, '.kbyt'),
  KBYT_DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(?:ql)?:\/\/./))),
  KBYT_DATABASE_POOL: z._default(numberSchema(1, 200), 10),
  KBYT_DATABASE_TIMEOUT_SECONDS: z._default(numberSchema(1, 60), 5),
  KBYT_HOST: z._default(textSchema, 'localhost'),
  KBYT_PORT: z._default(numberSchema(0, 65_535), 4391),
  KBYT_ORIGINS: z.optional(z.pipe(listSchema, z.array(originSchema))),
  KBYT_PORTAL_HOST: z.optional(z.string().check(z.regex(/^[\w.-]+(?::\d+)?$/))),
  KBYT_PORTAL_CONFIG: z.optional(textSchema),
  KBYT_DISPLAY_NAME: z._default(z.enum(['initials', 'full']), 'initials'),
  KBYT_PUBLISHABLE_KEYS: z.optional(keysSchema),
  KBYT_TRUSTED_PROXIES: z.optional(z.pipe(listSchema, z.array(networkSchema))),
  KBYT_DRAIN_SECONDS: z._default(numberSchema(0, 300), 0),
  KBYT_MAX_RUNNING: z._default(numberSchema(1, 10_000), 100),
  KBYT_MAX_WAITING: z._default(numberSchema(0, 100_000), 400),
  KBYT_OTP_REQUESTS_PER_NETWORK_HOUR: z._default(numberSchema(1, 1_000_000), 300),
  KBYT_DECLARATIONS_PER_PHONE_DAY: z._default(numberSchema(1, 1_000_000), 200),
  KBYT_ACCOUNT_DORMANT_DAYS: z._default(numberSchema(30, 3_650), 365),
  KBYT_CARD_PHOTO_DAYS: z._default(numberSchema(0, 90), 0),
  KBYT_LOG_LEVEL: z._default(z.enum(logLevels), 'info'),
  KBYT_METRICS_NETWORKS: z.optional(z.pipe(listSchema, z.array(networkSchema))),
  KBYT_METRICS_TOKEN: z.optional(tokenSchema),
  KBYT_INSURANCE_URL: z.optional(textSchema),
  KBYT_INSURANCE_TOKEN: z.optional(textSchema),
  KBYT_INSURANCE_LIST: z.optional(textSchema),
  KBYT_IMPORT_SOURCES: z.optional(textSchema),
  KBYT_WEBHOOK_PRIVATE_HOSTS: z.optional(z.pipe(listSchema, z.array(hostSchema))),
  KBYT_TOTP_ROLES: z.optional(z.pipe(listSchema, z.array(officerRoleSchema))),
  KBYT_OIDC_ISSUER: z.optional(textSchema),
  KBYT_OIDC_CLIENT_ID: z._default(textSchema, 'kbyt'),
  KBYT_OIDC_CLIENT_SECRET: z.optional(textSchema),
  KBYT_OIDC_MATCH: z.optional(z.enum(['email', 'preferred_username'])),
})
export type SettingName = keyof typeof settingsSchema.shape

/** What each variable must look like, for people. */
export const settingForms: Record<SettingName, string> = {
  KBYT_CONFIG_FILE: 'a JSON file with any of these settings; the environment wins over it',
  KBYT_ENVIRONMENT: 'development or production (default production)',
  KBYT_NODE: 'a name for this process that no other one has (default the host name)',
  KBYT_DATA_DIR: 'the folder for data and keys (default .kbyt)',
  KBYT_DATABASE_URL: 'postgres://user:password@host/database (default: SQLite in KBYT_DATA_DIR)',
  KBYT_DATABASE_POOL: 'connections to PostgreSQL at most, 1 to 200 (default 10)',
  KBYT_DATABASE_TIMEOUT_SECONDS:
    'how long PostgreSQL may take before a call is answered 503, 1 to 60 (default 5)',
  KBYT_HOST: 'the host to listen on (default localhost)',
  KBYT_PORT: 'the port to listen on (default 4391)',
  KBYT_ORIGINS: "the portal's origins, with commas, such as https://kbyt.example",
  KBYT_PORTAL_HOST: 'the host that posters of venues lead to (default that of the first origin)',
  KBYT_PORTAL_CONFIG: 'a JSON file with what GET /v1/config shall answer (default the demo of Huế)',
  KBYT_DISPLAY_NAME:
    'initials or full: how passes and my QR show a name (default initials; in full their QR is larger)',
  KBYT_PUBLISHABLE_KEYS:
    'partners as kbyt_pk_one=https://one.vn,https://www.one.vn;kbyt_pk_two=… ' +
    '(beside those of kbyt-server partners add)',
  KBYT_TRUSTED_PROXIES: 'addresses or networks of proxies, with commas, such as 10.0.0.0/8',
  KBYT_DRAIN_SECONDS:
    'how long GET /readyz says 503 before the server stops to listen, 0 to 300 (default 0)',
  KBYT_MAX_RUNNING: 'calls at work at once, 1 to 10000 (default 100)',
  KBYT_MAX_WAITING: 'calls that may wait for their turn, 0 to 100000 (default 400)',
  KBYT_OTP_REQUESTS_PER_NETWORK_HOUR: 'codes asked for per network and hour (default 300)',
  KBYT_DECLARATIONS_PER_PHONE_DAY: 'declarations taken from one phone in a day (default 200)',
  KBYT_ACCOUNT_DORMANT_DAYS:
    'days that an account is kept which nobody uses, 30 to 3650 (default 365)',
  KBYT_CARD_PHOTO_DAYS:
    'days that the photos an account was verified by are kept, 0 to 90 (default 0: not at all)',
  KBYT_LOG_LEVEL: 'info, warn, error or silent (default info)',
  KBYT_METRICS_NETWORKS:
    'addresses or networks that may read GET /metrics, with commas (default this machine)',
  KBYT_METRICS_TOKEN: 'a bearer token for GET /metrics, 20 to 200 letters, digits or -._~',
  KBYT_INSURANCE_URL: 'where health insurance cards are looked up, by https (default nowhere)',
  KBYT_INSURANCE_TOKEN: 'a bearer token for KBYT_INSURANCE_URL',
  KBYT_INSURANCE_LIST: 'a JSON file of insured people instead, for a demonstration',
  KBYT_IMPORT_SOURCES:
    'a JSON file of the keys that national systems sign declarations with (default none)',
  KBYT_WEBHOOK_PRIVATE_HOSTS:
    'hosts of private networks that webhooks may go to, with commas (default none)',
  KBYT_TOTP_ROLES:
    'roles of officers that sign in with a code as well, with commas ' +
    '(default administrator,province; in development none)',
  KBYT_OIDC_ISSUER: 'the OpenID provider that officers may sign in at, by https (default none)',
  KBYT_OIDC_CLIENT_ID: 'what the portal is called at KBYT_OIDC_ISSUER (default kbyt)',
  KBYT_OIDC_CLIENT_SECRET: "the portal's secret at KBYT_OIDC_ISSUER",
  KBYT_OIDC_MATCH:
    'email or preferred_username, where that claim is the username of an account here ' +
    '(default: administrators link accounts)',
}

/** Variables whose value may be in a file of its own, which `<variable>_FILE` names. */
export const secretSettings = [
  'KBYT_DATABASE_URL',
  'KBYT_METRICS_TOKEN',
  'KBYT_INSURANCE_TOKEN',
  'KBYT_OIDC_CLIENT_SECRET',
] as const satisfies SettingName[]
