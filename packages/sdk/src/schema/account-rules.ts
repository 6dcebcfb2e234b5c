import type { InputIssue } from '../errors.js'
import type { NewAccount } from './account.js'
import { toCalendarDate } from './calendar-date.js'
import type { Config } from './config.js'
import { checkConsents, checkPerson } from './declaration-rules.js'
import type { ReportIssue } from './issue.js'

/**
 * The rules for an account that a schema cannot state. Empty when all is well.
 *
 * @param nowMs - The instant of registering, milliseconds since 1970.
 */
export function checkAccount(
  { person, consents }: NewAccount,
  config: Config,
  nowMs: number,
): InputIssue[] {
  const issues: InputIssue[] = []
  const report: ReportIssue = (path, code) => issues.push({ path, code })
  checkPerson(person, config, toCalendarDate(nowMs), report)
  // nine zeros are many children: nobody could be told apart by them
  if (person.identityDocument.type === 'child') {
    report('person.identityDocument.type', 'document_number_needed')
  }
  checkConsents(consents, config, report)
  return issues
}
