import { readFileSync } from 'node:fs'
import { type SmsSettings, smsSettingsSchema } from '../sms/sms-settings.js'
import { SettingError } from './setting-error.js'
import { toVariable } from './to-variable.js'

const prefix = 'KBYT_SMS_'
const fields = new Set(
  smsSettingsSchema.def.options.flatMap((option) => Object.keys(option.def.shape)),
)

const toSmsVariable = (field: string) => toVariable(field, prefix)
const fieldOf = new Map([...fields].map((field) => [toSmsVariable(field), field]))

/**
 * Reads the SMS gateway from `KBYT_SMS_*`; a variable that ends in `_FILE` names the file its value is
 * in. Undefined when none is set. No message repeats a value.
 *
 * @throws {SettingError} naming the variable that is wrong, missing or unknown.
 */
export function readSmsSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SmsSettings | undefined {
  const given: Record<string, string> = {}
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(prefix) || !value) continue
    const [name, text] = readVariable(variable, value)
    const field = fieldOf.get(name)
    if (field === undefined) throw new SettingError(`${variable} is no setting of SMS`)
    if (field in given) throw new SettingError(`${name} is given twice, here and as a file`)
    given[field] = text
  }
  return Object.keys(given).length === 0 ? undefined : parse(given)
}

function readVariable(variable: string, value: string): [name: string, text: string] {
  if (!variable.endsWith('_FILE')) return [variable, value]
  try {
    return [variable.slice(0, -'_FILE'.length), readFileSync(value, 'utf8').trim()]
  } catch (cause) {
    throw new SettingError(`${variable} names a file that cannot be read`, { cause })
  }
}

function parse(given: Readonly<Record<string, string>>): SmsSettings {
  const parsed = smsSettingsSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const [field = 'gateway', ...within] = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0) {
    const unused = toSmsVariable(String(issue.keys[0]))
    throw new SettingError(`${unused} is no setting of the SMS gateway ${given.gateway}`)
  }
  const variable = toSmsVariable(String(field))
  if (field === 'gateway') {
    const names = smsSettingsSchema.def.options.flatMap((it) => it.def.shape.gateway.def.values)
    throw new SettingError(`${variable} must be one of ${names.join(', ')}`)
  }
  if (!(String(field) in given)) {
    throw new SettingError(`${variable} is needed by the SMS gateway ${given.gateway}`)
  }
  const place = within.length > 0 ? ` at ${within.join('.')}:` : ''
  throw new SettingError(`${variable}${place} ${issue?.message}`)
}
