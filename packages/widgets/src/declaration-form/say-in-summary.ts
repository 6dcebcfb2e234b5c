import type { InputIssue } from '@kbyt/sdk'
import { fillWords } from '../words/catalogue.js'
import { sayIssue } from '../words/say-issue.js'
import type { StepContext } from './step-context.js'

/** In the summary a sentence stands without its question: "Chọn Có hoặc Không" must say to what. */
export function sayInSummary(issue: InputIssue, { words, config, language }: StepContext): string {
  const value = /\.health\.contacts\.(.+)$/.exec(issue.path)?.[1]
  const contact = config.contacts.find((option) => option.value === value)?.label[language]
  return contact ? fillWords(words.health.contactMissing, { contact }) : sayIssue(issue, words)
}
