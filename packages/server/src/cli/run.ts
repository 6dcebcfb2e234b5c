import { readSettings } from '../node/settings.js'
import { addOfficerHelp, help } from './help.js'
import { UsageError } from './usage-error.js'

/** Runs one command of `kbyt-server`; what it prints is for people. A command is loaded when it is asked for. */
export async function run(args: readonly string[]): Promise<void> {
  const isHelp = args.includes('--help') || args.includes('-h') || args.length === 0
  const isAddOfficer = args[0] === 'officers' && args[1] === 'add'
  if (isHelp) {
    process.stdout.write(isAddOfficer ? addOfficerHelp : help)
    return
  }
  const settings = () => readSettings(process.env)
  if (isAddOfficer) {
    const { runAddOfficer } = await import('./run-add-officer.js')
    return runAddOfficer(args.slice(2), settings())
  }
  switch (args.join(' ')) {
    case 'start':
      return (await import('./start.js')).start(settings())
    case 'migrate':
      return (await import('./migrate.js')).migrate(settings())
    case 'keys rotate':
      return (await import('./rotate-keys.js')).rotateKeys(settings())
    default:
      throw new UsageError(`There is no command "${args.join(' ')}": see kbyt-server --help`)
  }
}
