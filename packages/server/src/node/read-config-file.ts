import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { explainFileFault } from './explain-file-fault.js'
import { SettingError } from './setting-error.js'
import { secretSettings, settingsSchema } from './settings-schema.js'
import { toVariable } from './to-variable.js'

const scalarSchema = z.union([z.string(), z.number(), z.boolean()])
const listSchema = z.array(z.string())
const keysSchema = z.record(z.string(), listSchema)
const fieldsSchema = z.record(z.string(), z.unknown())

const known = new Set<string>([
  ...Object.keys(settingsSchema.shape).filter((name) => name !== 'KBYT_CONFIG_FILE'),
  ...secretSettings.map((name) => `${name}_FILE`),
])

/**
 * Reads a JSON file of settings as the variables it stands for: `databaseUrl` is `KBYT_DATABASE_URL`,
 * `sms: { apiKey }` is `KBYT_SMS_API_KEY`, a list is written with commas.
 *
 * @throws {SettingError} naming what cannot be read, or what is no setting.
 */
export function readConfigFile(file: string): Record<string, string> {
  const { sms = {}, ...settings } = readFields(file)
  const smsFields = fieldsSchema.safeParse(sms)
  if (!smsFields.success) throw new SettingError(`sms in ${file} must be an object`)
  return {
    ...toVariables(file, settings, (field) => toVariable(field)),
    ...toVariables(file, smsFields.data, (field) => toVariable(field, 'KBYT_SMS_')),
  }
}

function readFields(file: string): Record<string, unknown> {
  try {
    return fieldsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const fault = explainFileFault(cause)
    throw new SettingError(`KBYT_CONFIG_FILE: ${file} cannot be read as a JSON object: ${fault}`, {
      cause,
    })
  }
}

function toVariables(
  file: string,
  fields: Readonly<Record<string, unknown>>,
  toName: (field: string) => string,
): Record<string, string> {
  const entries = Object.entries(fields).map(([field, value]): [string, string] => {
    const name = toName(field)
    if (!known.has(name) && !name.startsWith('KBYT_SMS_')) {
      throw new SettingError(`${field} in ${file} is no setting: see kbyt-server --help`)
    }
    return [name, toText(value)]
  })
  return Object.fromEntries(entries)
}

/** What the environment would hold. */
function toText(value: unknown): string {
  const scalar = scalarSchema.safeParse(value)
  if (scalar.success) return String(scalar.data)
  const list = listSchema.safeParse(value)
  if (list.success) return list.data.join(',')
  const keys = keysSchema.safeParse(value)
  if (keys.success) {
    return Object.entries(keys.data)
      .map(([key, origins]) => `${key}=${origins.join(',')}`)
      .join(';')
  }
  return JSON.stringify(value)
}
