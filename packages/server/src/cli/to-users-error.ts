import type { Settings } from '../node/settings.js'
import { toOpeningError } from '../node/to-opening-error.js'
import { isUsersError } from './is-users-error.js'
import { UsageError } from './usage-error.js'

/** What to throw for an error that a command's words or settings lead to: a sentence that names them; else itself. */
export function toUsersError(
  error: unknown,
  words: readonly string[],
  settings: Settings | undefined,
): unknown {
  if (isUsersError(error) || !(error instanceof Error)) return error
  const { code, path } = { code: undefined, path: undefined, ...error }
  if (words.some((word) => word === path || word.endsWith(`=${path}`))) {
    return new UsageError(`${path} cannot be opened (${code})`, { cause: error })
  }
  return settings ? toOpeningError(error, settings) : error
}
