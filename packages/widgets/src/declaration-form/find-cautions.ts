import { childWarningAge, toCalendarDate, toIdentityDocument, youngestAge } from '@kbyt/sdk/schema'
import type { PersonDraft } from './draft.js'
import { toBornOn } from './to-wire.js'

export type Caution =
  | { readonly about: 'bornOn' | 'gender' }
  | { readonly about: 'bornOn'; readonly year: number }
  | { readonly about: 'child' }

/**
 * What looks odd and stops nobody: numbers are re-issued after corrections, and the card is not at
 * hand here. Empty until the answers are complete enough to compare.
 */
export function findCautions(draft: PersonDraft, nowMs: number): Caution[] {
  const identity = toIdentityDocument(draft.idNumber)
  const bornOn = toBornOn(draft)
  if (identity?.type === 'child') {
    const isOld = youngestAge(bornOn, toCalendarDate(nowMs)) >= childWarningAge
    return isOld ? [{ about: 'child' }] : []
  }
  return identity?.type === 'cccd' ? compareWithCccd(identity.number, bornOn, draft.gender) : []
}

// shared/domain/gender-century.json: the fourth digit is century and gender, the next two the year.
function compareWithCccd(number: string, bornOn: string, gender: string): Caution[] {
  const digit = Number(number[3])
  const year = 1900 + 100 * Math.floor(digit / 2) + Number(number.slice(4, 6))
  const typedYear = bornOn.slice(0, 4)
  const cautions: Caution[] = []
  if (/^\d{4}$/.test(typedYear) && Number(typedYear) !== year)
    cautions.push({ about: 'bornOn', year })
  const isOtherGender = gender === (digit % 2 === 0 ? 'female' : 'male')
  if (isOtherGender) cautions.push({ about: 'gender' })
  return cautions
}
