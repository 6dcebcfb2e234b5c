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
