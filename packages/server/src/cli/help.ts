import { settingForms } from '../node/settings.js'

const commands = {
  start: 'serve the API; keys and database are made at the first start',
  migrate: 'bring the tables up to date, then end',
  'keys rotate': 'make a new signing and encryption key; older ones still verify and open',
  'officers add': 'add an officer; see kbyt-server officers add --help',
}

const toTable = (rows: Record<string, string>) => {
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  return Object.entries(rows).map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)
}

export const help = [
  'Usage: kbyt-server <command>',
  '',
  'Commands',
  ...toTable(commands),
  '',
  'Environment',
  ...toTable(settingForms),
  '',
].join('\n')

export const addOfficerHelp = [
  'Usage: kbyt-server officers add --username <name> --name <display name> --role <role> --areas <codes>',
  '',
  'Reads the password from standard input, so that it stays out of the shell history:',
  "  kbyt-server officers add --username gahue --name 'Trần An' --role checkpoint --areas 46 < password.txt",
  '',
  '  --role   checkpoint, clinic, ward, health-station, province, administrator or inspector',
  '  --areas  codes of provinces, districts or wards, with commas',
  '',
].join('\n')
