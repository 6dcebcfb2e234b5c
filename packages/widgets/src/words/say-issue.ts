import type { InputIssue } from '@kbyt/sdk'
import { type IssueCode, issueCodes } from '@kbyt/sdk/schema'

interface IssueWords {
  readonly issues: Readonly<Record<IssueCode, string>>
  /** For an answer that is missing, by the last name of its path. */
  readonly required: Readonly<Record<string, string>>
  /** For an answer that is wrong in form, by the last name of its path. */
  readonly wrong: Readonly<Record<string, string>>
}

const isKnown = (code: string): code is IssueCode =>
  (issueCodes as readonly string[]).includes(code)
const formCodes = new Set(['invalid_format', 'document_format', 'too_few'])

/** The sentence at a field: its own where it has one, the code's otherwise. */
export function sayIssue({ path, code }: InputIssue, words: IssueWords): string {
  const name = path.split('.').at(-1) ?? ''
  const own = code === 'required' ? words.required[name] : undefined
  const form = formCodes.has(code) ? words.wrong[name] : undefined
  // A newer server may send a code this version does not know.
  return own ?? form ?? words.issues[isKnown(code) ? code : 'invalid_value']
}
