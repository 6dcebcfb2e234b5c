import { isKbytError } from '@kbyt/sdk'
import type { Language } from '@kbyt/sdk/schema'
import { fillWords } from './catalogue.js'
import { sayDuration } from './say-duration.js'
import type { SharedWords } from './vi.js'

/** The sentence for whatever was thrown: what happened and what to do next. */
export function sayError(error: unknown, words: SharedWords, language: Language): string {
  if (!isKbytError(error)) return words.errors.internal
  const { retryAfterSeconds, triesLeft } = error
  const wait =
    retryAfterSeconds === undefined ? words.common.aWhile : sayDuration(retryAfterSeconds, language)
  return fillWords(words.errors[error.code], { wait, triesLeft: triesLeft ?? 0 })
}
