import { secretSettings, settingsSchema } from '../node/settings-schema.js'
import { type Finding, ok, warn } from './finding.js'

const known = new Set<string>([
  ...Object.keys(settingsSchema.shape),
  ...secretSettings.map((name) => `${name}_FILE`),
])

/** A misspelt variable is silently without effect: here it is named. */
export function checkVariables(environment: Readonly<Record<string, string | undefined>>): Finding {
  const ours = Object.keys(environment).filter((name) => name.startsWith('KBYT_'))
  const unknown = ours.filter((name) => !known.has(name) && !name.startsWith('KBYT_SMS_'))
  return unknown.length === 0
    ? ok('settings', `${ours.length} variables, all known`)
    : warn('settings', `${unknown.join(', ')} means nothing: see kbyt-server --help`)
}
