import { readSettings } from '../node/settings.js'
import { addOfficerHelp, help } from './help.js'
import { migrate } from './migrate.js'
import { rotateKeys } from './rotate-keys.js'
import { runAddOfficer } from './run-add-officer.js'
import { start } from './start.js'
import { UsageError } from './usage-error.js'

/** Runs one command of `kbyt-server`; what it prints is for people. */
export async function run(args: readonly string[]): Promise<void> {
  const isHelp = args.includes('--help') || args.includes('-h') || args.length === 0
  const words = args.filter((arg) => !arg.startsWith('-'))
  const command = words.slice(0, 2).join(' ')
  if (isHelp) {
    process.stdout.write(command === 'officers add' ? addOfficerHelp : help)
    return
  }
  if (args[0] === 'officers' && args[1] === 'add') return runAddOfficer(args.slice(2), settings())
  switch (args.join(' ')) {
    case 'start':
      return start(settings())
    case 'migrate':
      return migrate(settings())
    case 'keys rotate':
      return rotateKeys(settings())
    default:
      throw new UsageError(`There is no command "${args.join(' ')}": see kbyt-server --help`)
  }
}

const settings = () => readSettings(process.env)
