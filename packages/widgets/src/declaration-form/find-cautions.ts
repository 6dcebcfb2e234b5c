import { readCccdNumber } from '@kbyt/sdk/documents'
import { childWarningAge, toCalendarDate, toIdentityDocument, youngestAge } from '@kbyt/sdk/schema'
import type { PersonDraft } from './draft.js'
import { toBornOn } from './to-wire.js'

/** What looks odd about a person; `birthYear` is the year the number says. */
export interface Cautions {
  readonly isOldForZeros: boolean
  readonly isCardUnread: boolean
  readonly birthYear: number | undefined
  readonly isOtherGender: boolean
}

/**
 * What looks odd and stops nobody: numbers are re-issued after corrections, and the card is not at
 * hand here. Nothing until the answers are complete enough to compare.
 */
export function findCautions(draft: PersonDraft, nowMs: number): Cautions {
  const identity = toIdentityDocument(draft.idNumber)
  const bornOn = toBornOn(draft)
  const facts = identity?.type === 'cccd' ? readCccdNumber(identity.number) : undefined
  const isOtherYear = /^\d{4}(-|$)/.test(bornOn) && Number(bornOn.slice(0, 4)) !== facts?.birthYear
  const isBinary = draft.gender === 'male' || draft.gender === 'female'
  return {
    isOldForZeros:
      identity?.type === 'child' && youngestAge(bornOn, toCalendarDate(nowMs)) >= childWarningAge,
    isCardUnread: draft.idNumber.includes('|'),
    birthYear: facts && isOtherYear ? facts.birthYear : undefined,
    isOtherGender: facts !== undefined && isBinary && draft.gender !== facts.gender,
  }
}
