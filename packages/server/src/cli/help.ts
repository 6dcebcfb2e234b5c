import { settingForms } from '../node/settings-schema.js'
import { commands } from './commands.js'

const toTable = (rows: Record<string, string>) => {
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  return Object.entries(rows).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)
}

export const help = [
  'Usage: kbyt-server <command>',
  '',
  'Commands',
  ...toTable(Object.fromEntries(commands.map(({ words, summary }) => [words, summary]))),
  '',
  'Settings, from the environment or from the file that KBYT_CONFIG_FILE names',
  ...toTable({
    ...settingForms,
    'KBYT_SMS_*': 'the SMS gateway: see docs/how-to/connect-an-sms-gateway.md',
  }),
  '',
].join('\n')
