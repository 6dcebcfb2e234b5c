import * as z from 'zod/mini'
import { SettingError } from './setting-error.js'

const textSchema = z.string().check(z.minLength(1))
const split = (text: string, sign: string) => text.split(sign).flatMap((part) => part.trim() || [])
const listSchema = z.pipe(
  z.string(),
  z.transform((text) => split(text, ',')),
)
const originSchema = z
  .string()
  .check(z.refine((text) => URL.canParse(text) && new URL(text).origin === text))
/** An address or a network such as `10.0.0.0/8`. */
const networkSchema = z.string().check(z.regex(/^[\d.a-f:]+(?:\/\d{1,3})?$/i))
const keySchema = z.object({
  key: z.string().check(z.regex(/^kbyt_pk_[\w-]+$/)),
  origins: z.array(originSchema).check(z.minLength(1)),
})

function toKey(text: string) {
  const [key = '', origins = ''] = split(text, '=')
  return { key, origins: split(origins, ',') }
}

/** What `kbyt-server` reads from its environment. */
const settingsSchema = z.object({
  KBYT_DATA_DIR: z._default(textSchema, '.kbyt'),
  KBYT_DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(?:ql)?:\/\/./))),
  KBYT_ENVIRONMENT: z._default(z.enum(['development', 'production']), 'production'),
  KBYT_HOST: z._default(textSchema, 'localhost'),
  KBYT_PORT: z._default(
    z.pipe(
      z.pipe(z.string().check(z.regex(/^\d+$/)), z.transform(Number)),
      z.int().check(z.maximum(65_535)),
    ),
    4391,
  ),
  KBYT_ORIGINS: z.optional(z.pipe(listSchema, z.array(originSchema))),
  KBYT_PUBLISHABLE_KEYS: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((text) => split(text, ';').map(toKey)),
      ),
      z.array(keySchema),
    ),
  ),
  KBYT_TRUSTED_PROXIES: z.optional(z.pipe(listSchema, z.array(networkSchema))),
  KBYT_NODE: z.optional(z.string().check(z.regex(/^[\w.-]{1,63}$/))),
  KBYT_CONFIG: z.optional(textSchema),
})
export type Settings = z.infer<typeof settingsSchema>

/** What each variable must look like, for people. */
export const settingForms: Record<keyof Settings, string> = {
  KBYT_DATA_DIR: 'the folder for data and keys (default .kbyt)',
  KBYT_DATABASE_URL: 'postgres://user:password@host/database (default: SQLite in KBYT_DATA_DIR)',
  KBYT_ENVIRONMENT: 'development or production (default production)',
  KBYT_HOST: 'the host to listen on (default localhost)',
  KBYT_PORT: 'the port to listen on (default 4391)',
  KBYT_ORIGINS: "the portal's origins, with commas, such as https://kbyt.example",
  KBYT_PUBLISHABLE_KEYS: 'partners as kbyt_pk_one=https://one.vn,https://www.one.vn;kbyt_pk_two=…',
  KBYT_TRUSTED_PROXIES: 'addresses or networks of proxies, with commas, such as 10.0.0.0/8',
  KBYT_NODE: 'a name for this process that no other one has (default the host name)',
  KBYT_CONFIG: 'a JSON file with what GET /v1/config shall answer (default the demo of Huế)',
}

/**
 * Reads the settings of `kbyt-server`; an empty variable counts as absent.
 *
 * @throws {SettingError} for the first variable that does not parse.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(environment).filter(([, text]) => text !== '')
  const parsed = settingsSchema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const wrong = String(parsed.error.issues[0]?.path[0])
  const form =
    Object.entries(settingForms).find(([name]) => name === wrong)?.[1] ?? 'something else'
  throw new SettingError(`${wrong} must be ${form}`)
}
