import type { Settings } from '../node/settings.js'

/** One thing that `kbyt-server` does. */
export interface Command {
  /** What is typed, such as `keys rotate`. */
  readonly words: string
  /** What follows the words, as the help shows it. */
  readonly usage?: string
  readonly summary: string
  /** More than a line, for `--help` behind the words. */
  readonly help?: string
  /** Loads what it needs and does it; `args` is what follows the words. */
  run(args: readonly string[], readSettings: () => Settings): Promise<void>
}
