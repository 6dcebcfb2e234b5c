import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.js'

/**
 * Reads what follows a command: every option is needed, and exactly so many words beside them.
 *
 * @throws {UsageError} with the usage, when something is missing or too much.
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  { words, usage }: { words: number; usage: string },
): { words: string[]; options: Record<Name, string> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const read = Object.fromEntries(names.map((name) => [name, values[name]]))
    if (positionals.length === words && isWhole(read, names)) {
      return { words: positionals, options: read }
    }
  } catch (cause) {
    throw new UsageError(`Usage: kbyt-server ${usage}`, { cause })
  }
  throw new UsageError(`Usage: kbyt-server ${usage}`)
}

const isWhole = <Name extends string>(
  read: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): read is Record<Name, string> =>
  names.every((name) => typeof read[name] === 'string' && read[name])
