import { readFileSync } from 'node:fs'
import type * as z from 'zod/mini'
import type { SmsSettings } from '../sms/sms-settings.js'
import { readConfigFile } from './read-config-file.js'
import { readSmsSettings } from './read-sms-settings.js'
import { SettingError } from './setting-error.js'
import { secretSettings, settingForms, settingsSchema } from './settings-schema.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What `kbyt-server` was told, with defaults. */
export type Settings = z.infer<typeof settingsSchema> & {
  /** @defaultValue the console, in development */
  readonly sms: SmsSettings | undefined
}

/**
 * Reads the settings of `kbyt-server`: the environment, and under it the file of `KBYT_CONFIG_FILE`. An
 * empty variable counts as absent. No message repeats a value.
 *
 * @throws {SettingError} naming the first variable that does not parse, and what it should be.
 */
export function readSettings(environment: Environment): Settings {
  const own = readSecrets(pickOurs(environment))
  const file = own.KBYT_CONFIG_FILE
  const given = { ...(file ? readSecrets(readConfigFile(file)) : {}), ...own }
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return { ...parsed.data, sms: readSmsSettings(given) }
  const wrong = String(parsed.error.issues[0]?.path[0])
  const form = Object.entries(settingForms).find(([name]) => name === wrong)?.[1]
  const place = file && !(wrong in own) ? ` (see ${file})` : ''
  throw new SettingError(`${wrong} must be ${form ?? 'something else'}${place}`)
}

function pickOurs(environment: Environment): Record<string, string> {
  const ours = Object.entries(environment).flatMap(([name, text]): [string, string][] =>
    name.startsWith('KBYT_') && text ? [[name, text]] : [],
  )
  return Object.fromEntries(ours)
}

/** Puts the content of each `…_FILE` in its place. */
function readSecrets(given: Readonly<Record<string, string>>): Record<string, string> {
  const read: Record<string, string> = { ...given }
  for (const name of secretSettings) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    if (given[name]) throw new SettingError(`${name} is given twice, here and as a file`)
    read[name] = readSecret(`${name}_FILE`, file)
  }
  return read
}

function readSecret(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new SettingError(`${variable} names a file that cannot be read`, { cause })
  }
}
