import { readSettings, type Settings } from '../node/settings.js'
import { commands } from './commands.js'
import { help } from './help.js'
import { toUsersError } from './to-users-error.js'
import { UsageError } from './usage-error.js'

/** Runs one command of `kbyt-server`; what it prints is for people. */
export async function run(args: readonly string[]): Promise<void> {
  const command = commands.find(({ words }) =>
    words.split(' ').every((word, at) => args[at] === word),
  )
  if (args.includes('--help') || args.includes('-h') || args.length === 0) {
    process.stdout.write(command?.help ?? help)
    return
  }
  if (!command) {
    throw new UsageError(`There is no command "${args.join(' ')}": see kbyt-server --help`)
  }
  const rest = args.slice(command.words.split(' ').length)
  if (rest.length > 0 && !command.usage) {
    throw new UsageError(`kbyt-server ${command.words} takes nothing more: see kbyt-server --help`)
  }
  let settings: Settings | undefined
  const read = () => {
    settings = readSettings(process.env)
    return settings
  }
  try {
    await command.run(rest, read)
  } catch (error) {
    throw toUsersError(error, rest, settings)
  }
}
