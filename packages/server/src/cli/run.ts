import { checkNodeVersion } from '../doctor/check-node-version.js'
import { readSettings, type Settings } from '../node/settings.js'
import { commands } from './commands.js'
import { help } from './help.js'
import { toUsersError } from './to-users-error.js'
import { UsageError } from './usage-error.js'

/** What tests pass in. */
interface RunOptions {
  readonly nodeVersion?: string
}

/** Runs one command of `kbyt-server`; what it prints is for people. */
export async function run(
  args: readonly string[],
  { nodeVersion = process.versions.node }: RunOptions = {},
): Promise<void> {
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
  // commands are loaded when they are asked for, as an older Node cannot load them
  const { level, text } = checkNodeVersion(nodeVersion)
  if (level === 'fail') throw new UsageError(`Node ${text}`)
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
